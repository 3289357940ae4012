import { useLanguage } from "../language/language-context";
import type { PlannerWeek } from "../use-planner-week";
import { Notice } from "./notice";

/** Says that the address of the page names no week. */
export function AddressNotice({ week }: { readonly week: PlannerWeek }) {
  const { text } = useLanguage();
  const { refusedAddress, dismissRefusal } = week;
  return refusedAddress === null ? null : (
    <Notice
      actions={
        <button type="button" className="button" onClick={dismissRefusal}>
          {text.dismiss}
        </button>
      }
    >
      <p>{text.noSuchWeek(refusedAddress)}</p>
    </Notice>
  );
}

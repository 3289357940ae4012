import { useLanguage } from "../language/language-context";
import type { RefusedAddress } from "../week-address";
import { Notice } from "./notice";

interface AddressNoticeProps {
  /** What the address says in place of a week, if it does. */
  readonly refused: RefusedAddress | null;
  readonly onDismiss: () => void;
}

/** Says that the address of the page names no week that can be shown. */
export function AddressNotice({ refused, onDismiss }: AddressNoticeProps) {
  const { text } = useLanguage();
  return refused === null ? null : (
    <Notice
      actions={
        <button type="button" className="button" onClick={onDismiss}>
          {text.dismiss}
        </button>
      }
    >
      <p>{refused.isWeek ? text.weekOutOfRange(refused.text) : text.noSuchWeek(refused.text)}</p>
    </Notice>
  );
}

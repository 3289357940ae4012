import { useLanguage } from "../language/language-context";
import { Notice } from "./notice";

interface AddressNoticeProps {
  /** What the address says in place of a week, if it does. */
  readonly refused: string | null;
  readonly onDismiss: () => void;
}

/** Says that the address of the page names no week. */
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
      <p>{text.noSuchWeek(refused)}</p>
    </Notice>
  );
}

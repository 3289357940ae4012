import { useLanguage } from "../language/language-context";
import { reasonOf } from "../reason";
import { Notice } from "./notice";

interface ConflictNoticeProps {
  /** Why the last way out failed, if it did. */
  readonly problem: unknown;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Says that a plan was changed elsewhere, and lets the user choose between the versions. */
export function ConflictNotice({ problem, onTakeTheirs, onKeepMine }: ConflictNoticeProps) {
  const { text } = useLanguage();
  return (
    <Notice
      actions={
        <>
          <button type="button" className="button" onClick={onTakeTheirs}>
            {text.takeTheirs}
          </button>
          <button type="button" className="button" onClick={onKeepMine}>
            {text.keepMine}
          </button>
        </>
      }
    >
      <p>{text.conflict}</p>
      {problem === null ? null : <p>{reasonOf(problem, text)}</p>}
    </Notice>
  );
}

import { ApiError } from "../api/api-error";
import { useLanguage } from "../language/language-context";
import { usePlans } from "../plans/plans-context";
import { Notice } from "./notice";

interface ConflictNoticeProps {
  readonly monday: string;
  /** Why the last way out failed, if it did. */
  readonly problem: unknown;
}

/** Says that a plan was changed elsewhere, and lets the user choose between the versions. */
export function ConflictNotice({ monday, problem }: ConflictNoticeProps) {
  const { text } = useLanguage();
  const plans = usePlans();
  return (
    <Notice
      actions={
        <>
          <button type="button" className="button" onClick={() => plans.takeTheirs(monday)}>
            {text.takeTheirs}
          </button>
          <button type="button" className="button" onClick={() => plans.keepMine(monday)}>
            {text.keepMine}
          </button>
        </>
      }
    >
      <p>{text.conflict}</p>
      {problem === null ? null : <p>{problem instanceof ApiError ? problem.message : text.unexpected}</p>}
    </Notice>
  );
}

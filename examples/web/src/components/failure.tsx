import { useLanguage } from "../language/language-context";
import { reasonOf } from "../reason";
import { Notice } from "./notice";

interface FailureProps {
  /** What could not be done. */
  readonly what: string;
  readonly problem: unknown;
  /** A problem that is told elsewhere on the page, or null: its reason is not said again. Undefined while that may come. */
  readonly told: unknown;
  readonly onRetry: () => void;
}

/** Says what failed and why, and offers to try again. */
export function Failure({ what, problem, told, onRetry }: FailureProps) {
  const { text } = useLanguage();
  const reason = reasonOf(problem, text);
  const isTold = told !== null && reasonOf(told, text) === reason;
  return told === undefined ? null : (
    <Notice
      quiet={isTold}
      actions={
        <button type="button" className="button" onClick={onRetry}>
          {text.retry}
        </button>
      }
    >
      <p>{what}</p>
      {isTold ? null : <p>{reason}</p>}
    </Notice>
  );
}

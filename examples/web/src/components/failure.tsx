import { ApiError } from "../api/api-error";
import { useLanguage } from "../language/language-context";
import { reasonOf } from "../reason";
import { useStartAfresh } from "../start-afresh-context";
import { Notice } from "./notice";
import { StartAfreshButton } from "./start-afresh-button";

interface FailureProps {
  /** What could not be done. */
  readonly what: string;
  readonly problem: unknown;
  /** A problem that is told elsewhere on the page, or null: its reason is not said again. Undefined while that may come. */
  readonly told: unknown;
  readonly onRetry: () => void;
}

/** Says what failed and why, and offers to try again, or to start afresh where trying again cannot help. */
export function Failure({ what, problem, told, onRetry }: FailureProps) {
  const { text } = useLanguage();
  const startAfresh = useStartAfresh();
  const reason = reasonOf(problem, text);
  const isTold = told !== null && reasonOf(told, text) === reason;
  const isUnreadable = problem instanceof ApiError && problem.code === "storage_unreadable";

  function help() {
    if (!isUnreadable || startAfresh === null) {
      return (
        <button type="button" className="button" onClick={onRetry}>
          {text.retry}
        </button>
      );
    }
    return isTold ? undefined : <StartAfreshButton startAfresh={startAfresh} />;
  }

  return told === undefined ? null : (
    <Notice quiet={isTold} actions={help()}>
      <p>{what}</p>
      {isTold ? null : <p>{reason}</p>}
    </Notice>
  );
}

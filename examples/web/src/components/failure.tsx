import { useLanguage } from "../language/language-context";
import { reasonOf } from "../reason";
import { Notice } from "./notice";

interface FailureProps {
  /** What could not be done. */
  readonly what: string;
  readonly problem: unknown;
  readonly onRetry: () => void;
}

/** Says what failed and why, and offers to try again. */
export function Failure({ what, problem, onRetry }: FailureProps) {
  const { text } = useLanguage();
  return (
    <Notice
      actions={
        <button type="button" className="button" onClick={onRetry}>
          {text.retry}
        </button>
      }
    >
      <p>{what}</p>
      <p>{reasonOf(problem, text)}</p>
    </Notice>
  );
}

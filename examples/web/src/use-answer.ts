import { useCallback, useEffect, useState } from "react";

/** What has come of a question: nothing yet, a value, or a failure. A value stays until there is a newer one. */
export interface Answer<T> {
  readonly value: T | undefined;
  readonly problem: unknown;
  /** Asks again. */
  readonly ask: () => void;
  /** Takes a value that was had otherwise. */
  readonly put: (value: T) => void;
}

/** The problem of an answer, or null; undefined while it is not known. */
export function toldOf<T>({ value, problem }: Answer<T>): unknown {
  return value === undefined && problem === null ? undefined : problem;
}

/**
 * Asks a question, and again when it changes. Only the answer to the last one counts.
 *
 * `question` has to stay the same function as long as it asks the same.
 */
export function useAnswer<T>(question: () => Promise<T>): Answer<T> {
  const [value, setValue] = useState<T>();
  const [problem, setProblem] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks the same question again.
  useEffect(() => {
    let current = true;
    async function wait() {
      try {
        const answer = await question();
        if (current) {
          setValue(() => answer);
          setProblem(null);
        }
      } catch (failure) {
        if (current) {
          setProblem(failure);
        }
      }
    }
    wait();
    return () => {
      current = false;
    };
  }, [question, turn]);

  const ask = useCallback(() => setTurn((last) => last + 1), []);
  const put = useCallback((next: T) => {
    setValue(() => next);
    setProblem(null);
  }, []);
  return { value, problem, ask, put };
}

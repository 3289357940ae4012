import { useRef, useState } from "react";

/** Something that the user has asked for. */
export interface Action<A extends readonly unknown[]> {
  /** Does it, unless it is being done. */
  readonly run: (...args: A) => Promise<void>;
  readonly running: boolean;
  /** Why it failed last. */
  readonly problem: unknown;
}

/** Does one thing at a time, and keeps why it failed. */
export function useAction<A extends readonly unknown[]>(work: (...args: A) => Promise<void>): Action<A> {
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const busy = useRef(false);

  async function run(...args: A): Promise<void> {
    if (busy.current) {
      return;
    }
    busy.current = true;
    setRunning(true);
    try {
      await work(...args);
      setProblem(null);
    } catch (failure) {
      setProblem(failure);
    } finally {
      busy.current = false;
      setRunning(false);
    }
  }
  return { run, running, problem };
}

import { useRef, useState } from "react";
import { useLanguage } from "./language/language-context";

/** Something that the user has asked for. */
export interface Action<A extends readonly unknown[]> {
  /** Does it, unless it is being done. */
  readonly run: (...args: A) => Promise<void>;
  readonly running: boolean;
  /** Why it failed last, until it is done again, forgotten, or the page speaks another language. */
  readonly problem: unknown;
  readonly forgetProblem: () => void;
}

/** Does one thing at a time, and keeps why it failed. */
export function useAction<A extends readonly unknown[]>(work: (...args: A) => Promise<void>): Action<A> {
  const { language } = useLanguage();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [spoken, setSpoken] = useState(language);
  const busy = useRef(false);
  if (spoken !== language) {
    setSpoken(language);
    setProblem(null);
  }

  async function run(...args: A): Promise<void> {
    if (busy.current) {
      return;
    }
    busy.current = true;
    setRunning(true);
    setProblem(null);
    try {
      await work(...args);
    } catch (failure) {
      setProblem(failure);
    } finally {
      busy.current = false;
      setRunning(false);
    }
  }
  return { run, running, problem, forgetProblem: () => setProblem(null) };
}

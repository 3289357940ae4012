import { type FormEvent, useId, useRef, useState } from "react";
import { useApi } from "../api-context";
import { useLanguage } from "../language/language-context";
import { usePlans } from "../plans/plans-context";
import { useAnnounce } from "../status/status-context";
import { useAction } from "../use-action";
import type { PlannerWeek } from "../use-planner-week";
import { Notice } from "./notice";
import { StartRefusal } from "./start-refusal";

interface StartPlanProps {
  readonly week: PlannerWeek;
  /** Shows the week of a date. */
  readonly onStarted: (date: string) => void;
}

/** Starts an empty plan on a date. Whether a plan may start there is the API's to say. */
export function StartPlan({ week, onStarted }: StartPlanProps) {
  const { text } = useLanguage();
  const announce = useAnnounce();
  const api = useApi();
  const plans = usePlans();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [date, setDate] = useState("");
  const [missing, setMissing] = useState(false);
  const start = useAction(async (from: string) => {
    await api.savePlan(from, {}, null);
    announce(text.started(week.formatWeekRange(from)));
    plans.load(from);
    onStarted(from);
    setDate("");
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(date === "");
    if (date === "") {
      start.forgetProblem();
      input.current?.focus();
    } else {
      start.run(date);
    }
  }

  function change(next: string) {
    setDate(next);
    setMissing(false);
    start.forgetProblem();
  }

  function showTaken(taken: string) {
    start.forgetProblem();
    onStarted(taken);
  }

  function startOn(monday: string) {
    // The buttons of the refusal go with it.
    input.current?.focus();
    setDate(monday);
    start.run(monday);
  }

  const refused = missing || start.problem !== null;
  return (
    <section className="card start" aria-labelledby="start-heading">
      <h2 id="start-heading">{text.start}</h2>
      <form onSubmit={submit} noValidate>
        <label htmlFor={`${id}-date`}>{text.startDate}</label>
        <input
          ref={input}
          id={`${id}-date`}
          type="date"
          required
          value={date}
          onChange={({ target }) => change(target.value)}
          aria-invalid={refused}
          aria-describedby={refused ? `${id}-refusal` : `${id}-help`}
        />
        <button type="submit" className="button" aria-disabled={start.running}>
          {text.startSubmit}
        </button>
        <p className="hint" id={`${id}-help`}>
          {text.startHelp}
        </p>
      </form>
      {missing ? <Notice id={`${id}-refusal`}>{text.startDateMissing}</Notice> : null}
      {start.problem === null ? null : (
        <StartRefusal
          id={`${id}-refusal`}
          problem={start.problem}
          formatDate={week.formatDateForDisplay}
          onStart={startOn}
          onShow={showTaken}
        />
      )}
    </section>
  );
}

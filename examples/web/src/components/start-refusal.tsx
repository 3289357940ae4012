import { ApiError } from "../api/api-error";
import { useLanguage } from "../language/language-context";
import { Notice } from "./notice";

interface StartRefusalProps {
  readonly id: string;
  readonly problem: unknown;
  readonly formatDate: (date: string) => string;
  /** Starts the plan on another date. */
  readonly onStart: (monday: string) => void;
  /** Shows the week whose plan is there already. */
  readonly onShow: (date: string) => void;
}

/** The API's reason not to start a plan, and what the user can do instead. */
export function StartRefusal({ id, problem, formatDate, onStart, onShow }: StartRefusalProps) {
  const { text } = useLanguage();
  if (!(problem instanceof ApiError)) {
    return <Notice id={id}>{text.unexpected}</Notice>;
  }
  const { previousMonday, nextMonday, status, value } = problem;
  const actions = [
    ...(previousMonday === null
      ? []
      : [{ label: text.previousMonday(formatDate(previousMonday)), act: () => onStart(previousMonday) }]),
    ...(nextMonday === null
      ? []
      : [{ label: text.nextMonday(formatDate(nextMonday)), act: () => onStart(nextMonday) }]),
    ...(status === 409 && typeof value === "string"
      ? [{ label: text.showWeek, act: () => onShow(value) }]
      : []),
  ];
  return (
    <Notice
      id={id}
      actions={actions.map(({ label, act }) => (
        <button key={label} type="button" className="button" onClick={act}>
          {label}
        </button>
      ))}
    >
      <p>{problem.message}</p>
    </Notice>
  );
}

import type { ReactNode } from "react";

interface NoticeProps {
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  readonly id?: string;
  /** Not spoken: what went wrong is told elsewhere. */
  readonly quiet?: boolean;
}

/** Something that went wrong, spoken at once, and the buttons that help. */
export function Notice({ children, actions, id, quiet = false }: NoticeProps) {
  return (
    <div className="notice notice-error">
      <div role={quiet ? undefined : "alert"} id={id}>
        {children}
      </div>
      {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
    </div>
  );
}

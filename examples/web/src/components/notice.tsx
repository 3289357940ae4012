import type { ReactNode } from "react";

interface NoticeProps {
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  readonly id?: string;
}

/** Something that went wrong, spoken at once, and the buttons that help. */
export function Notice({ children, actions, id }: NoticeProps) {
  return (
    <div className="notice notice-error">
      <div role="alert" id={id}>
        {children}
      </div>
      {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
    </div>
  );
}

import type { ReactNode } from "react";

/** An empty place: what is not here, and what to open so that it is. */
export function Empty({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p className="strong">{title}</p>
      {children}
    </div>
  );
}

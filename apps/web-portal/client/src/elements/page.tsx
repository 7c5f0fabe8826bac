import { PRODUCT_SHORT_NAME } from '@mantianxing/contracts';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** The one thing to do here, right of the title. */
  action?: ReactNode;
  children?: ReactNode;
}

export function Page({ title, lead, action, children }: PageProps) {
  return (
    <div className="page">
      <title>{`${title}-工作台-${PRODUCT_SHORT_NAME}`}</title>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

/** What is absent, then one way on. */
export function Empty({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {action}
    </div>
  );
}

import { PRODUCT_SHORT_NAME } from '@mantianxing/contracts';
import { createContext, type ReactNode } from 'react';

/** Whether we are in a page already: then a dead end is a part of it and no page of its own. */
export const InPage = createContext(false);

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
      <InPage value>{children}</InPage>
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

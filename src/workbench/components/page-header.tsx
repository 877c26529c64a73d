import type { ReactNode } from 'react';

/** Head of every page: one h1, a sentence on what the page is for, and its actions. */
export function PageHeader(props: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly tags?: ReactNode;
}) {
  return (
    <header className="mc-page-header">
      <div className="mc-page-header-text">
        <h1 className="mc-title">
          {props.title}
          {props.tags ? <span className="mc-title-tags">{props.tags}</span> : null}
        </h1>
        {props.lead ? <p className="mc-lead">{props.lead}</p> : null}
      </div>
      {props.actions ? <div className="mc-page-actions">{props.actions}</div> : null}
    </header>
  );
}

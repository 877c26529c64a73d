import { type ReactNode, useId } from 'react';

/** A titled block of a page, a landmark for screen readers. */
export function Section(props: {
  readonly title: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  return (
    <section className={`mc-section ${props.className ?? ''}`} aria-labelledby={id}>
      <div className="mc-section-head">
        <h2 id={id}>{props.title}</h2>
        {props.extra ? <div className="mc-section-extra">{props.extra}</div> : null}
      </div>
      {props.children}
    </section>
  );
}

import type { ComponentChildren } from 'preact';

/** Says what is missing and what to do, instead of an empty table. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg width="56" height="56" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <path class="empty-line" d="M8 8h32v32h-32zM24 8v32M8 24h32" />
      </svg>
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

export function PageTitle({ title, lead, eyebrow }: { title: string; lead?: ComponentChildren; eyebrow?: string }) {
  return (
    <div class="page-title wrap">
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
    </div>
  );
}

export function Section({
  id,
  title,
  more,
  tint = false,
  children,
}: {
  id: string;
  title: string;
  more?: ComponentChildren;
  tint?: boolean;
  children: ComponentChildren;
}) {
  return (
    <section class={tint ? 'section section-tint' : 'section'} aria-labelledby={id}>
      <div class="wrap">
        <div class="section-head">
          <h2 id={id}>{title}</h2>
          {more}
        </div>
        {children}
      </div>
    </section>
  );
}

/** Name and value pairs: the head facts of a plan or a task. */
export function Facts({ children }: { children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>;
}

/** One pair; without a value it is left out. */
export function Fact({ name, children }: { name: string; children?: ComponentChildren }) {
  if (children === undefined || children === null || children === '' || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import { Link } from 'react-router';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';

/** Number and name of a task; a task without a name shows the start of its content. */
export function TaskTitle(props: {
  readonly to: string;
  readonly number: number;
  readonly name: string | null;
  readonly content: string;
  readonly priority?: boolean;
  readonly showContent?: boolean;
}) {
  return (
    <div>
      <Link to={props.to} className="mc-task-link">
        <span className="mc-number">{props.number}.</span> <span className="mc-clamp-inline">{titleOf(props)}</span>
      </Link>
      {props.priority ? (
        <>
          {' '}
          <ToneTag tone="gold">重点专项</ToneTag>
        </>
      ) : null}
      {props.showContent && props.name ? <div className="mc-clamp mc-muted mc-small">{props.content}</div> : null}
    </div>
  );
}

export function titleOf(task: { readonly name: string | null; readonly content: string }): string {
  if (task.name) return task.name;
  return task.content.length > 48 ? `${task.content.slice(0, 47)}…` : task.content;
}

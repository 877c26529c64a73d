import { longDay } from '../../../portal/index.ts';
import type { OpenEvent } from '../../publications/index.ts';

const EVENT_WORDS: Readonly<Record<OpenEvent['what'], string>> = {
  published: '发布',
  amended: '更新',
  withdrawn: '撤回',
  removed: '移除',
  restored: '恢复',
  merged: '合并',
  erased: '依法删除',
};

/** Everything that happened to it in public, with what the office said about it. */
export function DocumentEvents({ events }: { events: readonly OpenEvent[] }) {
  return (
    <ol class="changes">
      {events.map((event) => (
        <li key={`${event.at.toISOString()}-${event.what}`}>
          <time dateTime={event.at.toISOString()}>{longDay(dayOf(event.at))}</time> {EVENT_WORDS[event.what]}
          {event.changeKind === 'minor' && '（文字订正）'}
          {event.note && <p class="muted">{event.note}</p>}
        </li>
      ))}
    </ol>
  );
}

export function dayOf(instant: Date): Parameters<typeof longDay>[0] {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as Parameters<typeof longDay>[0];
}

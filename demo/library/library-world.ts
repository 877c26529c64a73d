import type { SettableClock } from '../../src/kernel/clock.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import type { LibraryServices } from '../../src/modules/library/index.ts';
import type { PublicationsServices } from '../../src/modules/publications/index.ts';
import type { FileStore } from '../../src/platform/files/file-store.ts';
import type { Register } from '../load/register.ts';
import type { Timeline } from '../load/timeline.ts';

export interface LibraryWorld {
  readonly publications: PublicationsServices;
  readonly library: LibraryServices;
  readonly files: FileStore;
  readonly register: Register;
  readonly timeline: Timeline;
  readonly clock: SettableClock;
}

export function determinationOf(legalBasis: string) {
  return {
    attribute: 'proactive',
    manner: 'open',
    legalBasis,
    reason: '涉及公众利益，需要公众广泛知晓。',
  } as const;
}

/** The handler drafts; small units have none, there the office's own system writes what the unit hands in on paper. */
export function peopleOf(register: Register, unit: string): { drafter: Actor; officer: Actor } {
  const handler = `handler.${unit}`;
  return {
    drafter: register.people.has(handler) ? register.actor(handler) : { type: 'system' },
    officer: register.actor(`officer.${unit}`),
  };
}

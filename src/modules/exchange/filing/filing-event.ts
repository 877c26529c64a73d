import type { Filing } from './filing-message.ts';
import { sha256 } from './filing-state.ts';
import type { FilingEvent } from './filing-words.ts';

/** What is kept of a filing to say later what changed: no word of the document. */
export interface FilingFacts {
  readonly life: Filing['life'];
  readonly determinedAt: string;
  readonly forms: number;
  readonly lastEvent: string | null;
  /** SHA-256, hex, of the newest public record; null when nothing is open to read. */
  readonly recordHash: string | null;
}

export function factsOf({ life, register, open }: Pick<Filing, 'life' | 'register' | 'open'>): FilingFacts {
  const newest = open?.forms.at(-1);
  return {
    life,
    determinedAt: register.determinedAt,
    forms: Math.max(0, ...(open?.forms.map((form) => form.ordinal) ?? [])),
    lastEvent: open?.history.at(-1)?.what ?? null,
    recordHash: newest ? sha256(newest.record) : null,
  };
}

/** What happened since the filing before, as people call it; several things at once are told by the weightiest. */
export function eventBetween(before: FilingFacts | undefined, now: FilingFacts): FilingEvent {
  if (!before) return 'filed';
  if (now.life === 'discarded') return 'discarded';
  if (now.lastEvent === 'erased' && before.lastEvent !== 'erased') return 'erased';
  if (now.life !== before.life) return lifeEvent(before, now);
  if (now.forms > before.forms) return 'amended';
  if (now.determinedAt !== before.determinedAt) return 'determined';
  return 'registered';
}

function lifeEvent(before: FilingFacts, { life }: FilingFacts): FilingEvent {
  if (life === 'public') return before.life === 'withdrawn' || before.life === 'removed' ? 'restored' : 'published';
  return life === 'withdrawn' || life === 'removed' || life === 'merged' ? life : 'registered';
}

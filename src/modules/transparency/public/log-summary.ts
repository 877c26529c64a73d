import type { LogService } from '../log/log.service.ts';
import { parseCheckpoint } from '../note/checkpoint.ts';
import type { VerifierKey } from '../note/note-key.ts';
import { parseNote } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import type { WitnessService } from '../witness/witness.service.ts';
import { type LoggedEvent, readLoggedEvent } from './logged-event.ts';
import type { LoggedTitle, LoggedTitles } from './logged-titles.ts';

export const EVENTS_PER_PAGE = 20;

/** What the page of the log tells; undefined size before the first checkpoint. */
export interface LogSummary {
  readonly size: number | undefined;
  /** 64 hex digits. */
  readonly root: string;
  readonly verifierKey: string;
  readonly waiting: number;
  readonly warnings: readonly string[];
  /** One page of entries, the newest first. */
  readonly events: readonly LoggedEvent[];
  /** From 1. */
  readonly page: number;
  readonly titles: ReadonlyMap<number, LoggedTitle>;
  /** Witnesses of the newest checkpoint; `at` ISO 8601. */
  readonly witnesses: readonly { readonly name: string; readonly at: string }[];
  /** Other logs that are witnessed here. */
  readonly witnessed: readonly { readonly origin: string; readonly size: number; readonly at: string }[];
}

export async function summariseLog(
  log: LogService,
  witness: WitnessService,
  witnessKeys: readonly VerifierKey[],
  titles: LoggedTitles,
  wished: number,
): Promise<LogSummary> {
  const note = parseNote((await log.checkpoint()) ?? '');
  const checkpoint = note && parseCheckpoint(note.text);
  const last = Math.max(1, Math.ceil((checkpoint?.size ?? 0) / EVENTS_PER_PAGE));
  const page = Math.min(wished, last);
  const events = (await log.newest(EVENTS_PER_PAGE, (page - 1) * EVENTS_PER_PAGE)).map(readLoggedEvent);
  const cosigned = (note && verifyNote(note, witnessKeys)) ?? [];
  return {
    size: checkpoint?.size,
    root: Buffer.from(checkpoint?.root ?? []).toString('hex'),
    verifierKey: (await log.verifierKey()) ?? '',
    waiting: (await log.state()).waiting,
    warnings: await log.warnings(),
    events,
    page,
    titles: await titles.of(events.map((event) => event.number)),
    witnesses: cosigned.map(({ key, time = 0 }) => ({ name: key.name, at: new Date(time * 1000).toISOString() })),
    witnessed: (await witness.list()).map(({ origin, size, seenAt }) => ({ origin, size, at: seenAt.toISOString() })),
  };
}

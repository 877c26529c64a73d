import fc from 'fast-check';
import { addDays, type LocalDate, localDate } from '../../../kernel/local-date.ts';
import { readClock } from './clock.ts';
import type { ClockEvent } from './clock-event.ts';
import { calendar, rules } from './deadline-table/outcome.fixtures.ts';

export const REQUEST = { reply: 'request.reply', extension: 'request.extension' } as const;

interface Move {
  readonly gap: number;
  readonly pick: number;
  readonly amount: number;
}

/** What the articles allow next is known here apart from the clock, which then must not refuse it. */
interface Known {
  readonly open: readonly string[];
  readonly keys: number;
  readonly stoppedFor: 'correction' | 'fee' | null;
  readonly extended: number;
  readonly isSet: boolean;
  readonly wasAsked: boolean;
  readonly isAnswered: boolean;
}

type Act = ClockEvent['type'];

const FIRST = localDate('2014-01-01');
/** To the middle of 2028, so that the years without notice are reached. */
const DAYS = 5_280;

/** Random histories of disclosure requests that the law allows, of random years. `without`: acts that do not happen in them. */
export function histories(...without: readonly Act[]): fc.Arbitrary<readonly ClockEvent[]> {
  const move = fc.record({ gap: fc.nat(12), pick: fc.nat(997), amount: fc.integer({ min: 1, max: 20 }) });
  return fc
    .tuple(fc.nat(DAYS), fc.array(move, { maxLength: 9 }))
    .map(([day, moves]) => historyOf(addDays(FIRST, day), moves, new Set(without)));
}

function historyOf(receivedOn: LocalDate, moves: readonly Move[], without: ReadonlySet<Act>): readonly ClockEvent[] {
  const events: ClockEvent[] = [{ type: 'received', on: receivedOn }];
  let on = receivedOn;
  let known: Known = {
    open: [],
    keys: 0,
    stoppedFor: null,
    extended: 0,
    isSet: false,
    wasAsked: false,
    isAnswered: false,
  };
  for (const { gap, pick, amount } of moves) {
    on = addDays(on, gap);
    const { due } = readClock(REQUEST, events, rules, calendar);
    const acts = lawful(known, due === null || on <= due).filter((act) => !without.has(act));
    const act = acts[pick % acts.length];
    if (!act) continue;
    const event = eventOf(act, on, amount, known);
    events.push(event);
    known = afterwards(known, event);
  }
  return events;
}

function lawful(known: Known, isInTime: boolean): readonly Act[] {
  const ending: Act[] = known.open.length > 0 ? ['consultationEnded', 'consultationEnded'] : [];
  if (known.isAnswered) return ['transferred', 'reopened', ...ending];
  const always: Act[] = ['transferred', 'consulted', 'answered', ...ending];
  if (known.stoppedFor) return [...always, known.stoppedFor === 'fee' ? 'feePaid' : 'corrected'];
  if (!isInTime) return [...always, 'given', 'classified'];
  return [
    ...always,
    'given',
    'classified',
    'feeNoticed',
    'delayed',
    ...(known.wasAsked ? [] : (['correctionNoticed'] as const)),
    ...(known.isSet || known.extended >= 20 ? [] : (['extended', 'extended'] as const)),
  ];
}

function eventOf(act: Act, on: LocalDate, amount: number, known: Known): ClockEvent {
  switch (act) {
    case 'consulted':
      return { type: act, on, key: `k${known.keys}`, whom: amount % 2 ? 'thirdParty' : 'jointAgency' };
    case 'consultationEnded':
      return { type: act, on, key: known.open[amount % known.open.length] as string };
    case 'extended':
      return { type: act, on, workdays: Math.min(amount, 20 - known.extended) };
    case 'correctionNoticed':
    case 'delayed':
      return { type: act, on, until: addDays(on, 20 + amount) };
    case 'given':
      return { type: act, on, due: addDays(on, amount), by: '12345' };
    case 'transferred':
      return { type: act, on, from: '区教育局', to: '区民政局' };
    case 'classified':
      return { type: act, on, rule: 'request.reply' };
    case 'received':
    case 'corrected':
    case 'feeNoticed':
    case 'feePaid':
    case 'reopened':
    case 'answered':
      return { type: act, on };
  }
}

function afterwards(known: Known, event: ClockEvent): Known {
  switch (event.type) {
    case 'consulted':
      return { ...known, open: [...known.open, event.key], keys: known.keys + 1 };
    case 'consultationEnded':
      return { ...known, open: known.open.filter((key) => key !== event.key) };
    case 'extended':
      return { ...known, extended: known.extended + event.workdays };
    case 'correctionNoticed':
      return { ...known, stoppedFor: 'correction', wasAsked: true };
    case 'feeNoticed':
      return { ...known, stoppedFor: 'fee' };
    case 'corrected':
    case 'feePaid':
      return { ...known, stoppedFor: null, extended: 0, isSet: false };
    case 'delayed':
    case 'given':
      return { ...known, isSet: true };
    case 'answered':
      return { ...known, isAnswered: true };
    case 'reopened':
      return { ...known, isAnswered: false, stoppedFor: null, open: [], extended: 0, isSet: false };
    default:
      return known;
  }
}

import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { OpenItemSummary } from '../../publications/index.ts';
import { isWebAddress } from '../web-address.ts';
import { LIVE_OCCASIONS, LIVE_STATES } from './live-words.ts';

/** An entry of the programme as people see it. */
export interface LiveSession {
  readonly number: number;
  readonly title: string;
  readonly unitId: string;
  readonly heldOn: LocalDate;
  readonly startsAt: string;
  readonly state: keyof typeof LIVE_STATES;
  /** Chinese; an announcement whose day is over says that its replay is still to come. */
  readonly stateText: string;
  readonly occasion: string;
  readonly guests: string;
  readonly summary: string;
  readonly asking: string;
  /** Null unless it is a page of the web. */
  readonly address: string | null;
  readonly replay: string | null;
}

export function liveSessionOf(
  item: Pick<OpenItemSummary, 'number' | 'title' | 'unitId' | 'fields' | 'datedOn'>,
  today: LocalDate,
): LiveSession {
  const text = (code: string): string => (typeof item.fields[code] === 'string' ? item.fields[code] : '');
  const link = (code: string) => (isWebAddress(text(code)) ? text(code) : null);
  const state = text('state') in LIVE_STATES ? (text('state') as keyof typeof LIVE_STATES) : 'planned';
  const heldOn = isLocalDate(text('heldOn')) ? (text('heldOn') as LocalDate) : item.datedOn;
  const isOver = state === 'planned' && heldOn < today;
  return {
    number: item.number,
    title: item.title,
    unitId: item.unitId,
    heldOn,
    startsAt: text('startsAt'),
    state,
    stateText: isOver ? '已结束，回放整理中' : LIVE_STATES[state],
    occasion: LIVE_OCCASIONS[text('occasion') as keyof typeof LIVE_OCCASIONS] ?? '',
    guests: text('guests'),
    summary: text('summary'),
    asking: text('asking'),
    address: link('liveAddress'),
    replay: link('replay'),
  };
}

/** What is still to come, soonest first, called off ones too until their day; and what is over, newest first. */
export function programme(sessions: readonly LiveSession[], today: LocalDate) {
  const order = (a: LiveSession, b: LiveSession) =>
    `${a.heldOn} ${a.startsAt}`.localeCompare(`${b.heldOn} ${b.startsAt}`) || a.number - b.number;
  const isComing = (one: LiveSession) => one.heldOn >= today && one.state !== 'held';
  return {
    coming: sessions.filter(isComing).sort(order),
    over: sessions.filter((one) => !isComing(one)).sort((a, b) => order(b, a)),
  };
}

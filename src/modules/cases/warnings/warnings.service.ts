import type { Change } from '../../../platform/change/change.ts';
import { WARNING_LABELS } from '../case-words.ts';
import { type CasesContext, lookUpKnown } from '../cases.context.ts';
import { addHistory } from '../history.store.ts';
import { spacedCaseNumber } from '../numbers/case-number.ts';
import {
  mailedTo,
  markMailed,
  type NewWarning,
  raiseWarnings,
  type StandingWarning,
  standingWarnings,
} from './warnings.store.ts';
import { concerns, type Receiver } from './who-is-warned.ts';

const SYSTEM = { type: 'system' } as const;
const AT_ONCE = 500;
/** More than this in one mail nobody reads; the rest is in the register. */
const MOST_LINES = 50;

/**
 * Warnings of terms that end: one working day before, on the day, and once it is too late; to whoever has the case, on the day to the head of
 * the unit, afterwards to the supervising office. Found from state: safe to run twice and safe to miss.
 */
export class WarningsService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  /** Job. @returns warnings raised */
  async raise(signal: AbortSignal): Promise<number> {
    const { changes } = this.#context.platform;
    let raised = 0;
    while (!signal.aborted) {
      const known = await lookUpKnown(this.#context);
      const news = await changes.run(SYSTEM, async (change) => {
        const found = await raiseWarnings(change.tx, known, change.at, AT_ONCE);
        for (const one of found) await this.#tell(change, one);
        return found;
      });
      raised += news.length;
      if (news.length < AT_ONCE) break;
    }
    return raised;
  }

  /** Job, on working days. What cannot be sent is tried again with the next run. @returns mails sent */
  async mail(signal: AbortSignal): Promise<number> {
    const { mailer, clock, log, database } = this.#context.platform;
    const known = await lookUpKnown(this.#context);
    if (!mailer.configured || !known.calendar.isWorkday(known.today)) return 0;
    const standing = await standingWarnings(database.kysely, known);
    if (standing.length === 0) return 0;
    let sent = 0;
    for (const receiver of await this.#receivers()) {
      if (signal.aborted) break;
      const mine = standing.filter((one) => concerns(receiver, one, this.#context.kinds.get(one.kind)));
      const before = await mailedTo(
        database.kysely,
        receiver.personId,
        mine.map((one) => one.caseId),
      );
      const news = mine.filter((one) => !before.has(`${one.caseId} ${one.dueOn} ${one.stage}`));
      if (news.length === 0) continue;
      try {
        await mailer.send(this.#words(receiver, news, known.today));
      } catch (error) {
        log.warn({ err: error, personId: receiver.personId }, 'warning of due cases not mailed');
        continue;
      }
      await markMailed(database.kysely, receiver.personId, news, clock.now());
      sent += 1;
    }
    return sent;
  }

  /** On the day it goes up to the head of the unit, afterwards to the office. */
  async #tell(change: Change, { caseId, stage, dueOn, unitId }: NewWarning): Promise<void> {
    const isEscalated = stage !== 'soon';
    const to = stage === 'late' ? '主管部门' : '单位负责人';
    const text = `${WARNING_LABELS[stage]}（${dueOn}）${isEscalated ? `，已提醒${to}` : ''}。`;
    await addHistory(change, caseId, { event: 'escalate', text });
    change.record({ action: 'escalate', kind: 'case', subjectId: caseId, unitId, detail: { stage, dueOn } });
    await change.emit('cases.warned', { caseId, unitId, stage, dueOn });
  }

  /** Everybody with a mail address whom a warning could concern, each once. */
  async #receivers(): Promise<Receiver[]> {
    const { people } = this.#context.organisations;
    const holders = await people.holders(['officer', 'handler', 'deputyHead', 'head', 'supervisor']);
    const persons = await people.getMany(holders.map((one) => one.personId));
    return persons.flatMap(({ id, name, email, active }) => {
      const grants = holders.filter((one) => one.personId === id);
      return active && email ? [{ personId: id, name, email, grants }] : [];
    });
  }

  /** Numbers and days alone: titles and texts may hold personal data, and mail passes through many hands. */
  #words({ personId, name, email }: Receiver, warnings: readonly StandingWarning[], today: string) {
    const { config } = this.#context.platform;
    const origin = (config.origin ?? `http://${config.host}:${config.port}`).replace(/\/$/, '');
    const { kinds } = this.#context;
    const lines = warnings
      .slice(0, MOST_LINES)
      .map(
        (one) =>
          `· ${kinds.get(one.kind).label} ${spacedCaseNumber(one.number)}：${WARNING_LABELS[one.stage]}（${one.dueOn}）\n  ${origin}/workbench/cases/${one.caseId}`,
      );
    const more = warnings.length > MOST_LINES ? `\n另有 ${warnings.length - MOST_LINES} 件，请到工作台查看。` : '';
    const late = warnings.filter((one) => one.stage === 'late').length;
    return {
      to: email,
      subject: `来件办理提醒：${warnings.length} 件${late > 0 ? `，其中逾期 ${late} 件` : ''}`,
      text: `${name}，您好：\n\n${lines.join('\n')}${more}\n\n全部：${origin}/workbench/cases?open=true\n`,
      messageId: `<case-warnings-${today}-${personId}-${warnings.at(0)?.caseId}-${warnings.length}@mingchuang>`,
    };
  }
}

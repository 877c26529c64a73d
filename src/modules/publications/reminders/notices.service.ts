import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { Correspondent } from '../../organisations/index.ts';
import type { PublicationsContext } from '../publications.context.ts';
import { formedForTerms, termBegins, termOf } from '../terms/public-term.ts';
import { type Dated, type DueNotice, dueNotices, LONGEST_NOTICE_WORKDAYS } from './due-notices.ts';
import { markTold, noticeKey, pendingSoon, reviewsBy, toldTo } from './notices.store.ts';

/** More than this in one mail nobody reads; the rest is in the register. */
const MOST_LINES = 50;

/**
 * Mail about terms of publishing that end or ended (Regulations art. 26) and attributes to be looked at again (REV-3, REV-4): to the unit's
 * officers, and to the supervising office once it is too late. One mail a day, each matter once in each of its stages.
 */
export class NoticesService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  /** Job. What cannot be sent is tried again with the next run under the same message id. @returns mails sent */
  async mailDue(signal: AbortSignal): Promise<number> {
    const { mailer, clock, log, database } = this.#context.platform;
    const today = localDateAt(clock.now());
    const calendar = await this.#context.calendar.current();
    if (!mailer.configured || !calendar.isWorkday(today)) return 0;
    const due = dueNotices(await this.#dated(today), today, calendar);
    if (due.length === 0) return 0;
    let sent = 0;
    for (const person of await this.#context.organisations.people.correspondents()) {
      if (signal.aborted) break;
      const told = await toldTo(database.kysely, person.id);
      const news = due.filter((one) => concerns(person, one) && !told.has(noticeKey(one)));
      if (news.length === 0) continue;
      try {
        await mailer.send(this.#mail(person, news, today));
      } catch (error) {
        log.warn({ err: error, personId: person.id }, 'mail about terms and re-reviews not sent');
        continue;
      }
      await markTold(database.kysely, person.id, news, clock.now());
      sent += 1;
    }
    return sent;
  }

  async #dated(today: LocalDate): Promise<Dated[]> {
    const { kysely } = this.#context.platform.database;
    const calendar = await this.#context.calendar.current();
    const { kinds } = this.#context;
    const pending = await pendingSoon(kysely, formedForTerms(kinds.all, calendar, today));
    const reviews = await reviewsBy(kysely, calendar.addWorkdays(today, LONGEST_NOTICE_WORKDAYS));
    return [
      ...pending.map(({ id, unit_id, title, kind, formed_on, converted_at }) => {
        const dueOn = calendar.addWorkdays(termBegins(formed_on, converted_at), termOf(kinds.get(kind)) ?? 0);
        return { publicationId: id, unitId: unit_id, title, kind: 'term' as const, dueOn };
      }),
      ...reviews.flatMap(({ id, unit_id, title, next_review_on: dueOn }) =>
        dueOn ? [{ publicationId: id, unitId: unit_id, title, kind: 'review' as const, dueOn }] : [],
      ),
    ];
  }

  #mail({ id, name, email }: Correspondent, notices: readonly DueNotice[], today: LocalDate) {
    const { config } = this.#context.platform;
    const origin = (config.origin ?? `http://${config.host}:${config.port}`).replace(/\/$/, '');
    const lines = notices
      .slice(0, MOST_LINES)
      .map((one) => `· ${one.text}\n  ${origin}/workbench/publications/${one.publicationId}`);
    const more = notices.length > MOST_LINES ? `\n另有 ${notices.length - MOST_LINES} 项，请到工作台查看。` : '';
    return {
      to: email,
      subject: `公开时限和公开属性复核提醒：${notices.length} 项`,
      text: `${name}，您好：\n\n${lines.join('\n')}${more}\n\n全部：${origin}/workbench/publications?term=due\n`,
      messageId: `<publication-notices-${today}-${id}@mingchuang>`,
    };
  }
}

/** The office hears of it once it is too late; the unit hears of it before. */
function concerns(person: Correspondent, notice: DueNotice): boolean {
  return person.unitIds.includes(notice.unitId) || (person.isSupervisor && notice.stage === 'over');
}

import { addDays, localDateAt } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import { expiringDocuments } from '../public/open-library.store.ts';
import type { ListedDocument } from '../public/open-library.ts';
import type { Shelf } from '../shelf/shelf.service.ts';
import type { TermsService } from '../terms/terms.service.ts';
import { remindersFor } from '../validity/validity.ts';
import { chineseDay } from '../validity/validity-words.ts';
import { type DueReminder, dueReminders } from './due-reminders.ts';
import type { Ending } from './ending.contract.ts';
import { markTold, toldReminders } from './reminders.store.ts';

const LONGEST_NOTICE_DAYS = 190;

/** Tells the issuing unit's officers and the supervising office before a normative document ends (LIB-5). */
export class Reminders {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #shelf: Shelf;
  readonly #terms: TermsService;

  constructor(platform: Platform, below: { organisations: Organisations; shelf: Shelf; terms: TermsService }) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#shelf = below.shelf;
    this.#terms = below.terms;
  }

  /** Duties that have come, told or not, soonest end first: what the workbench shows. */
  async ending(): Promise<ListedDocument[]> {
    await this.#shelf.catchUp();
    const today = localDateAt(this.#platform.clock.now());
    return expiringDocuments(this.#platform.database.kysely, today, addDays(today, LONGEST_NOTICE_DAYS));
  }

  /** The same with the duties of each, those that have come marked. */
  async duties(): Promise<Ending[]> {
    const today = localDateAt(this.#platform.clock.now());
    const rules = await this.#terms.current();
    return (await this.ending()).flatMap(({ number, title, documentNumber, datedOn, lastDay }) => {
      if (!lastDay) return [];
      const duties = remindersFor({ issuedOn: datedOn }, lastDay, rules).map(({ on, duty }) => ({
        on,
        duty,
        isDue: on <= today,
      }));
      return [{ number, title, documentNumber, lastDay, duties }];
    });
  }

  /** @returns how many reminders went out; without a mail server nothing is marked as told */
  async sendDue(signal?: AbortSignal): Promise<number> {
    const { database, clock, mailer } = this.#platform;
    if (!mailer.configured) return 0;
    const documents = await this.ending();
    const byNumber = new Map(documents.map((one) => [one.number, one]));
    const ending = documents.flatMap(({ number, title, datedOn, lastDay }) =>
      lastDay ? [{ number, title, issuedOn: datedOn, lastDay }] : [],
    );
    let sent = 0;
    const told = await toldReminders(database.kysely);
    for (const due of dueReminders(ending, localDateAt(clock.now()), told, await this.#terms.current())) {
      if (signal?.aborted) break;
      const unitId = byNumber.get(due.document.number)?.unitId ?? '';
      await this.#tell(due, await this.#addresses(unitId));
      await markTold(database.kysely, { ...due.document, monthsBefore: due.monthsBefore }, clock.now());
      sent += 1;
    }
    return sent;
  }

  /** Officers of the unit and people of the supervising office. */
  async #addresses(unitId: string): Promise<string[]> {
    const told = await this.#organisations.people.correspondents();
    return told.filter((one) => one.isSupervisor || one.unitIds.includes(unitId)).map((one) => one.email);
  }

  /** The message id is the same on every try, so a mail that was sent before a crash is known again. */
  async #tell(due: DueReminder, addresses: readonly string[]): Promise<void> {
    const { config, mailer } = this.#platform;
    const origin = config.origin ?? `http://${config.host}:${config.port}`;
    const { number, title, lastDay } = due.document;
    for (const to of addresses) {
      await mailer.send({
        to,
        subject: `规范性文件将于${chineseDay(lastDay)}到期：${title}`,
        text: `《${title}》有效期至${chineseDay(lastDay)}，现已进入到期前${due.monthsBefore}个月。\n请${due.duty}。\n\n${origin}/documents/${number}\n`,
        messageId: `library-expiry-${number}-${lastDay}-${due.monthsBefore}-${to}`,
      });
    }
  }
}

import { localDateAt } from '../../../kernel/local-date.ts';
import type { Correspondent } from '../../organisations/index.ts';
import type { KnowledgeContext } from '../knowledge.context.ts';
import { CARE_REASONS, type CareReason } from '../knowledge-words.ts';
import type { CaredEntry, EntriesService } from './entries.service.ts';
import { markTold, toldOf } from './entries.store.ts';

const MOST_LINES = 50;

interface Notice {
  readonly entry: CaredEntry;
  readonly reason: CareReason;
}

/** Mail to the owners of entries that have to be looked at, each reason once (KB-1, KB-C3). */
export class CareNoticesService {
  readonly #context: KnowledgeContext;
  readonly #entries: EntriesService;
  readonly #origin: string;

  constructor(context: KnowledgeContext, entries: EntriesService, origin: string) {
    this.#context = context;
    this.#entries = entries;
    this.#origin = origin;
  }

  /** Job. What cannot be sent is tried again with the next run under the same message id. @returns mails sent */
  async mailDue(signal: AbortSignal): Promise<number> {
    const { mailer, clock, log, database } = this.#context.platform;
    const today = localDateAt(clock.now());
    if (!mailer.configured || !(await this.#context.calendar.current()).isWorkday(today)) return 0;
    const due = (await this.#entries.cared()).flatMap((entry) =>
      entry.care.reasons.map((reason) => ({ entry, reason })),
    );
    if (due.length === 0) return 0;
    let sent = 0;
    for (const person of await this.#context.organisations.people.correspondents()) {
      if (signal.aborted) break;
      const told = await toldOf(database.kysely, person.id);
      const news = due.filter((one) => person.unitIds.includes(one.entry.unitId) && !told.has(keyOf(one)));
      if (news.length === 0) continue;
      try {
        await mailer.send(this.#mail(person, news, today));
      } catch (error) {
        log.warn({ err: error, personId: person.id }, 'mail about entries of the FAQ not sent');
        continue;
      }
      await markTold(
        database.kysely,
        news.map(({ entry, reason }) => ({
          publication_id: entry.publicationId,
          what: reason,
          due_on: entry.care.reviewOn,
          person_id: person.id,
          told_at: clock.now(),
        })),
      );
      sent += 1;
    }
    return sent;
  }

  #mail({ id, name, email }: Correspondent, news: readonly Notice[], today: string) {
    const lines = news.slice(0, MOST_LINES).map(({ entry, reason }) => {
      const day = reason === 'reviewOver' || reason === 'reviewSoon' ? `（${entry.care.reviewOn}）` : '';
      return `· ${entry.question}：${CARE_REASONS[reason]}${day}\n  ${this.#origin}/workbench/publications/${entry.publicationId}`;
    });
    const more = news.length > MOST_LINES ? `\n另有 ${news.length - MOST_LINES} 项，请到工作台查看。` : '';
    return {
      to: email,
      subject: `常见问题需要复核：${news.length} 项`,
      text: `${name}，您好：\n\n${lines.join('\n')}${more}\n\n全部：${this.#origin}/workbench/knowledge?care=true&mine=true\n`,
      messageId: `<knowledge-care-${today}-${id}@mingchuang>`,
    };
  }
}

function keyOf({ entry, reason }: Notice): string {
  return `${entry.publicationId} ${reason} ${entry.care.reviewOn}`;
}

import type { Actor } from '../../kernel/permissions.ts';
import { CaseQuery } from '../cases/cases.contract.ts';
import type { CaseView } from '../cases/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { accountsOf } from './accounts/accounts.store.ts';
import { REQUEST_NUMBER } from './complaint.kind.ts';
import type { ComplaintsContext } from './complaints.context.ts';
import type { ComplaintView } from './complaints.contract.ts';
import { findingOf } from './findings/findings.store.ts';

/** A complaint with what was found, for the office alone. */
export class ComplaintViewService {
  readonly #context: ComplaintsContext;
  readonly #units: Organisations['units'];

  constructor(context: ComplaintsContext, { units }: Organisations) {
    this.#context = context;
    this.#units = units;
  }

  /** @throws AppError `case-missing` (404) */
  async get(actor: Actor, id: string): Promise<ComplaintView> {
    return this.#view(actor, await this.#context.complaint(actor, id));
  }

  async #view(actor: Actor, view: CaseView): Promise<ComplaintView> {
    const db = this.#context.platform.database.kysely;
    const names = new Map((await this.#units.all()).map((unit) => [unit.id, unit]));
    const findings = await Promise.all(
      view.replies.map(async (reply) => ({ replyId: reply.id, content: await findingOf(db, reply) })),
    );
    return {
      case: view,
      findings: findings.flatMap(({ replyId, content }) => (content ? [{ replyId, content }] : [])),
      accounts: (await accountsOf(db, view.id)).map((row) => {
        const { code = '', name = '', shortName = '' } = names.get(row.unit_id) ?? {};
        return {
          id: row.id,
          unit: { id: row.unit_id, code, name, shortName },
          askedOn: row.asked_on,
          question: row.question,
          askedBy: row.asked_by,
          answer: row.answered_on && { on: row.answered_on, text: row.answer ?? '', by: row.answered_by ?? '' },
        };
      }),
      request: await this.#request(actor, view),
    };
  }

  /** As far as the person may open it. */
  async #request(actor: Actor, view: CaseView): Promise<ComplaintView['request']> {
    const number = view.fields.find((field) => field.code === REQUEST_NUMBER)?.value.replaceAll(/\s/g, '');
    if (!number) return null;
    const query = CaseQuery.parse({ kind: 'disclosureRequest', text: number, pageSize: 2 });
    const { items } = await this.#context.cases.view.list(actor, query);
    const [found] = items.filter((item) => item.number === number.toUpperCase());
    return found ? { id: found.id, title: found.title, unit: found.unit } : null;
  }
}

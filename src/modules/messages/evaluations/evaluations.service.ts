import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { CasesDoor } from '../../cases/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { EVALUATION_FIELD, suggestion } from '../kinds/message-kinds.ts';
import type { PolicyEvaluation, PolicyEvaluations } from './evaluations.contract.ts';

/** 很好, 较好. */
const GOOD = 4;

/** What came through the window of policy evaluation and suggestions (MSG-8, FX-42): which proves the window, and feeds the next policy. */
export class EvaluationsService {
  readonly #cases: Pick<CasesDoor, 'figures'>;
  readonly #open: OpenPublications;

  constructor(cases: Pick<CasesDoor, 'figures'>, open: OpenPublications) {
    this.#cases = cases;
    this.#open = open;
  }

  async list(actor: Actor, days: { readonly from: LocalDate; readonly to: LocalDate }): Promise<PolicyEvaluations> {
    const field = { kind: suggestion.code, field: EVALUATION_FIELD };
    const byPolicy = Map.groupBy(
      await this.#cases.figures.byField(actor, { ...field, ...days }),
      (row) => row.publicationNumber,
    );
    const numbers = [...byPolicy.keys()];
    const titles = new Map((await this.#open.titles(numbers)).map(({ number, title }) => [number, title]));
    const sum = (rows: readonly { readonly received: number }[]) => rows.reduce((all, row) => all + row.received, 0);
    const items = [...byPolicy].map(([number, rows]): PolicyEvaluation => {
      const evaluated = rows.filter((row) => row.value !== null);
      return {
        number,
        title: titles.get(number) ?? '',
        received: sum(rows),
        answered: rows.reduce((all, row) => all + row.answered, 0),
        evaluated: sum(evaluated),
        good: sum(evaluated.filter((row) => Number(row.value) >= GOOD)),
      };
    });
    const { total } = await this.#open.items({ kinds: ['policyDocument'], page: 1, pageSize: 1 });
    return { items: items.sort((a, b) => b.received - a.received || a.number - b.number), policies: total };
  }
}

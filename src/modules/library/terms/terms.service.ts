import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { TermRule } from '../validity/term-rules.ts';
import { type Validity, validityOn } from '../validity/validity.ts';
import { VALIDITY_WORDS } from '../validity/validity-words.ts';
import type { TermRuleEdit, TermRuleInput, TermRulePreview, TermRuleView } from './terms.contract.ts';
import {
  allTermRules,
  documentsWithoutTerm,
  insertTermRule,
  lockTermRule,
  type TermRuleRow,
  termRulesVersion,
  turnAnew,
  updateTermRule,
} from './terms.store.ts';

const SUBJECT = { kind: 'termRule' } as const;
const SHOWN = 50;

/** Terms of validity and duties before the end, as the office keeps them with their legal basis (LIB-5). */
export class TermsService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** As the rule of validity takes them. */
  async current(): Promise<readonly TermRule[]> {
    return (await allTermRules(this.#db)).map(ruleOf);
  }

  async list(): Promise<TermRuleView[]> {
    return (await allTermRules(this.#db)).map(viewOf);
  }

  dataVersion(): Promise<string> {
    return termRulesVersion(this.#db);
  }

  /** @throws AppError `term-rule-taken` (422) when another rule begins on that day */
  create(actor: Actor, input: TermRuleInput): Promise<TermRuleView> {
    return this.#write(actor, 'create', input, async (change) => insertTermRule(change.tx, valuesOf(input, change)));
  }

  /** @throws AppError `stale` (409) when somebody else was first */
  edit(actor: Actor, id: string, input: TermRuleEdit): Promise<TermRuleView> {
    return this.#write(actor, 'edit', input, async (change) => {
      const current = (await lockTermRule(change.tx, id)) ?? missing();
      if (current.version !== input.version) throw staleError(viewOf(current), input);
      await updateTermRule(change.tx, id, valuesOf(input, change));
      return id;
    });
  }

  /** Which documents would hold for longer or shorter if the rule stood. @param id of the rule that it replaces */
  async preview(input: TermRuleInput & { readonly id: string | null }): Promise<TermRulePreview> {
    const today = localDateAt(this.#platform.clock.now());
    const rows = await allTermRules(this.#db);
    const before = rows.map(ruleOf);
    const after = [...rows.filter((row) => row.id !== input.id).map(ruleOf), { ...input, from: input.fromOn }];
    const changed = (await documentsWithoutTerm(this.#db)).flatMap((row) => {
      const facts = {
        title: row.title,
        normative: true,
        issuedOn: row.dated_on,
        takesEffectOn: row.takes_effect_on,
        expiresOn: null,
        closesOn: null,
        relations: row.relations,
      };
      const [old, next] = [shortOf(validityOn(facts, today, before)), shortOf(validityOn(facts, today, after))];
      const isSame = old.state === next.state && old.lastDay === next.lastDay;
      return isSame ? [] : [{ number: row.number, title: row.title, before: old, after: next }];
    });
    return { total: changed.length, items: changed.slice(0, SHOWN) };
  }

  /** The whole rule stands in the audit entry: it is law, not personal data. */
  async #write(
    actor: Actor,
    action: 'create' | 'edit',
    input: TermRuleInput,
    act: (change: Change) => Promise<string>,
  ): Promise<TermRuleView> {
    const id = await this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', SUBJECT);
      const made = await refuseSameDay(() => act(change));
      await turnAnew(change.tx, localDateAt(change.at));
      const { fromOn, basis, terms, duties, reason } = input;
      change.record({
        action,
        kind: 'termRule',
        subjectId: made,
        detail: { fromOn, basis, terms, duties, reason },
      });
      await change.emit('library.termsChanged', { id: made });
      return made;
    });
    return (await this.list()).find((rule) => rule.id === id) ?? missing();
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function ruleOf(row: TermRuleRow): TermRule {
  return { from: row.from_on, basis: row.basis, terms: row.terms, duties: row.duties };
}

function viewOf(row: TermRuleRow): TermRuleView {
  return {
    id: row.id,
    fromOn: row.from_on,
    basis: row.basis,
    terms: row.terms.map(({ words, years }) => ({ words: [...words], years })),
    duties: row.duties.map((duty) => ({ ...duty })),
    reason: row.reason,
    changedBy: row.changed_by,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  };
}

/** Names with words first, so that the general term never hides them. */
function valuesOf({ fromOn, basis, terms, duties, reason }: TermRuleInput, { actor, at }: Change) {
  const named = [...terms].sort((a, b) => Number(a.words.length === 0) - Number(b.words.length === 0));
  return {
    from_on: fromOn,
    basis,
    terms: JSON.stringify(named),
    duties: JSON.stringify([...duties].sort((a, b) => b.monthsBefore - a.monthsBefore)),
    reason,
    changed_by: actor.type === 'person' ? actor.name : '系统',
    changed_at: at,
  };
}

function shortOf({ state, lastDay }: Validity) {
  return { state: VALIDITY_WORDS[state], lastDay };
}

async function refuseSameDay<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    const message = '已有一条规则从这一天起适用，请修改那一条，或另选日期';
    throw new AppError('term-rule-taken', 422, `${message}。`, { reasons: [{ field: 'fromOn', message }] });
  }
}

function missing(): never {
  throw new AppError('not-found', 404, '没有找到这条规则，请刷新页面。');
}

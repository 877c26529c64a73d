import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { nameOf } from '../history.store.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import { invalidContent, staleEdit } from '../publications.errors.ts';
import type { IssuerCode, IssuerCodeKey, ReviewRule, ReviewRuleInput } from '../register.contract.ts';
import {
  deleteIssuerCode,
  insertIssuerCode,
  listIssuerCodes,
  lockRule,
  putRule,
  replaceIssuerCodes,
  reviewRules,
} from './reviews.store.ts';

/** Rules that the office keeps: review steps by kind and unit, and under which code which issuer writes. */
export class RulesService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  async list(): Promise<ReviewRule[]> {
    return (await reviewRules(this.#db)).map((rule) => ({
      kind: rule.kind,
      unitId: rule.unit_id,
      steps: rule.steps.map(({ roles, when, ...step }) => ({
        ...step,
        roles: [...roles],
        ...(when ? { when: { field: when.field, oneOf: [...when.oneOf] } } : {}),
      })),
      updatedBy: rule.by_name,
      updatedAt: rule.updated_at.toISOString(),
      version: rule.version,
    }));
  }

  /** @throws AppError `stale` (409) when somebody else set it meanwhile */
  async set(actor: Actor, input: ReviewRuleInput): Promise<ReviewRule[]> {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'reviewRule' });
      const kind = this.#context.kinds.get(input.kind);
      const units = await unitsIn(this.#context, change);
      if (input.unitId !== null && !units.has(input.unitId)) {
        throw invalidContent([{ field: 'unitId', message: '请重新选择单位' }]);
      }
      this.#check(
        kind.fields.map((field) => field.code),
        input,
      );
      const current = await lockRule(change.tx, input.kind, input.unitId);
      if ((current?.version ?? 0) !== input.version)
        throw staleEdit({ version: current?.version ?? 0 }, ['steps'], current?.by_name);
      const steps = input.steps?.map(({ when, ...step }) => ({ ...step, ...(when ? { when } : {}) })) ?? null;
      await putRule(
        change.tx,
        { kind: input.kind, unitId: input.unitId, steps, byName: nameOf(actor), at: change.at },
        current,
      );
      change.record({
        action: 'edit',
        kind: 'reviewRule',
        subjectId: input.kind,
        unitId: input.unitId,
        detail: { steps: input.steps?.map((step) => step.code) ?? null },
      });
    });
    return this.list();
  }

  async issuerCodes() {
    return (await listIssuerCodes(this.#db)).map(({ code, issuer, unit_id }) => ({ code, issuer, unitId: unit_id }));
  }

  async setIssuerCodes(actor: Actor, codes: readonly { code: string; issuer: string; unitId: string | null }[]) {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'reviewRule' });
      await replaceIssuerCodes(change.tx, codes);
      change.record({
        action: 'editIssuerCodes',
        kind: 'reviewRule',
        subjectId: 'issuerCodes',
        detail: { count: codes.length },
      });
    });
    return this.issuerCodes();
  }

  /** The unit may publish what the issuer writes; several may, and several issuers write under one code. @throws AppError `issuer-code-taken` (409) */
  async addIssuerCode(actor: Actor, entry: IssuerCode) {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'reviewRule' });
      const units = await unitsIn(this.#context, change);
      if (entry.unitId !== null && !units.has(entry.unitId)) {
        throw invalidContent([{ field: 'unitId', message: '请重新选择单位' }]);
      }
      if (!(await insertIssuerCode(change.tx, entry)))
        throw new AppError('issuer-code-taken', 409, `这个单位已经登记了“${entry.issuer}”的代字“${entry.code}”。`);
      this.#recordCode(change, 'addIssuerCode', entry);
    });
    return this.issuerCodes();
  }

  async removeIssuerCode(actor: Actor, entry: IssuerCodeKey) {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'reviewRule' });
      if (await deleteIssuerCode(change.tx, entry)) this.#recordCode(change, 'removeIssuerCode', entry);
    });
    return this.issuerCodes();
  }

  #recordCode(change: Change, action: string, { code, issuer, unitId }: IssuerCodeKey): void {
    change.record({
      action,
      kind: 'reviewRule',
      subjectId: 'issuerCodes',
      unitId: unitId ?? null,
      detail: { code, issuer },
    });
  }

  #check(fields: readonly string[], input: ReviewRuleInput): void {
    const codes = input.steps?.map((step) => step.code) ?? [];
    const faults = (input.steps ?? []).flatMap((step, index) => {
      const messages = [
        ...(codes.indexOf(step.code) !== index ? ['环节代码重复'] : []),
        ...(step.when && !fields.includes(step.when.field) ? ['条件中的要素不存在'] : []),
      ];
      return messages.map((message) => ({ field: `steps.${index}`, message }));
    });
    if (faults.length > 0) throw invalidContent(faults);
  }

  get #db(): Queryable {
    return this.#context.platform.database.kysely;
  }
}

import { AppError } from '../../../kernel/app-error.ts';
import type { ElementCheck, PublicationKind } from './publication-kind.ts';

/** Kinds known to this program; complete before the first request. */
export class KindRegister {
  readonly #kinds = new Map<string, PublicationKind>();

  /** @throws Error when the code is taken or the kind contradicts itself */
  register(kind: PublicationKind): void {
    if (this.#kinds.has(kind.code)) throw new Error(`publication kind ${kind.code} is registered twice`);
    const wrong = contradictions(kind);
    if (wrong.length > 0) throw new Error(`publication kind ${kind.code}: ${wrong.join('; ')}`);
    this.#kinds.set(kind.code, kind);
  }

  get all(): readonly PublicationKind[] {
    return [...this.#kinds.values()];
  }

  /** Codes of the kinds of which two never have the same value in the field. */
  numberedBy(field: string): readonly string[] {
    return this.all
      .filter(({ elementChecks }) => elementChecks.some((one) => one.check === 'uniqueNumber' && one.field === field))
      .map((kind) => kind.code);
  }

  has(code: string): boolean {
    return this.#kinds.has(code);
  }

  /** @throws AppError `kind-unknown` (422) */
  get(code: string): PublicationKind {
    const kind = this.#kinds.get(code);
    if (!kind) throw new AppError('kind-unknown', 422, `没有“${code}”这种信息类型，请刷新页面后重新选择。`);
    return kind;
  }
}

function contradictions(kind: PublicationKind): string[] {
  const fields = new Set(kind.fields.map((field) => field.code));
  const named = [
    ...kind.elementChecks.flatMap(fieldsOfCheck),
    ...(kind.ownRules ?? []).flatMap((rule) => rule.fields),
    ...[...kind.columns, ...kind.reviewSteps, kind.together].flatMap((rule) => (rule?.when ? [rule.when.field] : [])),
    ...(kind.dateField ? [kind.dateField] : []),
  ];
  return [
    ...(fields.size < kind.fields.length ? ['a field code stands twice'] : []),
    ...twice(kind.reviewSteps.map((step) => step.code)).map((code) => `review step ${code} stands twice`),
    ...twice((kind.ownRules ?? []).map((rule) => rule.code)).map((code) => `own rule ${code} stands twice`),
    ...twice(kind.relations.map((relation) => relation.code)).map((code) => `relation ${code} stands twice`),
    ...named.filter((code) => !fields.has(code)).map((code) => `a rule names ${code}, which is no field`),
    ...kind.reviewSteps.filter((step) => step.roles.length === 0).map((step) => `nobody may do step ${step.code}`),
  ];
}

/** Fields that a check names; its other members are figures and words. */
function fieldsOfCheck(check: ElementCheck): string[] {
  switch (check.check) {
    case 'internalLinks':
      return [];
    case 'dateOrder':
      return [check.earlier, check.later];
    case 'publishWithin':
      return [check.from];
    case 'numberYear':
      return [check.field, check.date];
    case 'issuerCode':
      return [check.field, check.issuer];
    case 'ownIssuer':
      return [check.issuer, ...(check.joint ? [check.joint] : [])];
    case 'choiceFits':
      return [check.field, check.when.field];
    default:
      return [check.field];
  }
}

function twice(codes: readonly string[]): string[] {
  return codes.filter((code, index) => codes.indexOf(code) !== index);
}

import { AppError } from '../../../kernel/app-error.ts';
import { plain } from '../numbers/case-number.ts';
import type { CaseKind } from './case-kind.ts';

/** Kinds known to this program; complete before the first request. */
export class CaseKindRegister {
  readonly #kinds = new Map<string, CaseKind>();

  /** @throws Error when the code or prefix is taken or the kind contradicts itself */
  register(kind: CaseKind): void {
    const wrong = [...this.#clashes(kind), ...contradictions(kind)];
    if (wrong.length > 0) throw new Error(`case kind ${kind.code}: ${wrong.join('; ')}`);
    this.#kinds.set(kind.code, kind);
  }

  get all(): readonly CaseKind[] {
    return [...this.#kinds.values()];
  }

  /** @throws AppError `kind-unknown` (422) */
  get(code: string): CaseKind {
    const kind = this.#kinds.get(code);
    if (!kind) throw new AppError('kind-unknown', 422, `没有“${code}”这种来件类型，请刷新页面后重新选择。`);
    return kind;
  }

  /** By the letters with which its numbers begin, however somebody typed them; undefined: no kind has such numbers. */
  ofNumber(typed: string): CaseKind | undefined {
    const prefix = plain(typed).slice(0, 2);
    return this.all.find((kind) => kind.numberPrefix === prefix);
  }

  /** Numbers begin with the prefix, so two kinds cannot share one. */
  #clashes(kind: CaseKind): string[] {
    return [
      ...(this.#kinds.has(kind.code) ? ['is registered twice'] : []),
      ...this.all
        .filter((other) => other.code !== kind.code && other.numberPrefix === kind.numberPrefix)
        .map((other) => `has the number prefix of ${other.code}`),
    ];
  }
}

function contradictions({ numberPrefix, channels, form, reviewSteps, heldBy, readBy }: CaseKind): string[] {
  const fields = form.fields.map((field) => field.code);
  const steps = reviewSteps.map((step) => step.code);
  const isAsked = Object.values(form.applicant).includes('required');
  return [
    ...(/^[A-Z]{2}$/.test(numberPrefix) ? [] : ['its number prefix is not two capital letters']),
    ...(heldBy === 'office' && readBy !== 'named'
      ? ['the office holds it, yet not only those named for it read it']
      : []),
    ...(channels.length === 0 ? ['nothing can come in'] : []),
    ...(form.mayBeAnonymous && isAsked ? ['it may be anonymous and yet demands data of the applicant'] : []),
    ...(form.mayBeAnonymous || isAsked ? [] : ['it may not be anonymous and demands nothing of the applicant']),
    ...twice(fields).map((code) => `field ${code} stands twice`),
    ...twice(steps).map((code) => `review step ${code} stands twice`),
    ...reviewSteps.filter((step) => step.roles.length === 0).map((step) => `nobody may do step ${step.code}`),
  ];
}

function twice(codes: readonly string[]): string[] {
  return codes.filter((code, index) => codes.indexOf(code) !== index);
}

import type { KindView } from '../register.contract.ts';
import type { FieldCondition, PublicationKind } from './publication-kind.ts';

/** A kind as the form of the workbench needs it. */
export function kindView(kind: PublicationKind): KindView {
  return {
    code: kind.code,
    name: kind.name,
    fields: kind.fields.map(({ choices, ...field }) => ({ ...field, ...(choices ? { choices: [...choices] } : {}) })),
    body: kind.body,
    attachments: { ...kind.attachments },
    relations: kind.relations.map((relation) => ({ ...relation })),
    reviewSteps: kind.reviewSteps.map(({ roles, when, ...step }) => ({
      ...step,
      roles: [...roles],
      ...condition(when),
    })),
    columns: kind.columns.map(({ when, ...column }) => ({ ...column, ...condition(when) })),
    ...(kind.together ? { together: withCondition(kind.together) } : {}),
  };
}

function withCondition({ when, ...rule }: NonNullable<PublicationKind['together']>) {
  return { ...rule, ...condition(when) };
}

function condition(when: FieldCondition | undefined) {
  return when ? { when: { field: when.field, oneOf: [...when.oneOf] } } : {};
}

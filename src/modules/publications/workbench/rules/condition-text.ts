import type { KindView } from '../../register.contract.ts';

/** When a step is wanted, as people say it. */
export function conditionText(when: KindView['reviewSteps'][number]['when'], kind: Pick<KindView, 'fields'>): string {
  if (!when) return '每次';
  const field = kind.fields.find((one) => one.code === when.field);
  const label = field?.label ?? when.field;
  if (field?.type === 'boolean')
    return `${label}为“${when.oneOf.map((value) => (value === 'true' ? '是' : '否')).join('”或“')}”时`;
  const words = when.oneOf.map((value) => field?.choices?.find((choice) => choice.value === value)?.label ?? value);
  return `${label}为“${words.join('”或“')}”时`;
}

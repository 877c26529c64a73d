import { AppError } from '../../../kernel/app-error.ts';
import { findingNames, findPersonalData } from '../../redaction/index.ts';

const NAMES: Readonly<Record<string, string>> = {
  title: '要治理的问题',
  inquiry: '调查情况',
  cause: '问题根源',
  measure: '治理措施',
  result: '落实情况',
  verdict: '确认意见',
  reason: '理由',
};

/**
 * A treatment is about a kind of problem, never about somebody: what is proved to be personal data does not come in.
 * @throws AppError `personal-data` (422) with a reason per field
 */
export function demandNoPersonalData(words: Readonly<Record<string, string | null | undefined>>): void {
  const reasons = Object.entries(words).flatMap(([field, text]) => {
    const found = findPersonalData(text ?? '').filter(({ certainty }) => certainty === 'sure');
    const types = [...new Set(found.map(({ type }) => findingNames[type]))];
    const message = `“${NAMES[field] ?? field}”里有${types.join('、')}，请删去；来件人的信息留在来件里。`;
    return types.length === 0 ? [] : [{ field, message }];
  });
  const [first] = reasons;
  if (first) throw new AppError('personal-data', 422, first.message, { reasons });
}

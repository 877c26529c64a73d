import { AppError } from '../../../kernel/app-error.ts';
import type { LookUpInput } from '../../cases/index.ts';
import type { Given } from './form-fields.portal.tsx';

/** Number and secret as a form of the portal gives them; longer ones are none of ours. */
export function credentialsIn(given: Given): LookUpInput {
  return { number: (given.number ?? '').slice(0, 40), secret: (given.secret ?? '').slice(0, 40) };
}

/** What was left empty is no wrong guess, and must not make anybody wait. @throws AppError `look-up-empty` (422) */
export function demandCredentials(given: Given): LookUpInput {
  const credentials = credentialsIn(given);
  const { number, secret } = credentials;
  if (number.trim() !== '' && secret.trim() !== '') return credentials;
  const missing = [...(number.trim() === '' ? ['编号'] : []), ...(secret.trim() === '' ? ['查询码'] : [])];
  throw new AppError('look-up-empty', 422, `请填写${missing.join('和')}，提交时的页面上有。`);
}

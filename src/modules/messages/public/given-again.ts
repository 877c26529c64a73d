import type { AppError } from '../../../kernel/app-error.ts';
import { PROOF_FIELD } from './ask-form.portal.tsx';
import type { Given } from './form-fields.portal.tsx';

/** What a form shows when it comes back: it is the same form still, unless it was handed in already. */
export function givenAgain(given: Given, { code }: AppError): Given {
  return code === 'form-used' ? { ...given, [PROOF_FIELD]: '' } : given;
}

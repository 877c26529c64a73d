import { AppError } from '../../../kernel/app-error.ts';
import { RegisterInput } from './registering.contract.ts';

/** @param text JSON of the form's field `input` @throws AppError `registering-invalid` (422) with a reason per field */
export function readRegistering(text: string | undefined): ReturnType<typeof RegisterInput.parse> {
  const parsed = RegisterInput.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new AppError('registering-invalid', 422, '登记的内容有误，请按提示修改。', { reasons });
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

import type { FormInstance } from 'antd';
import type { ApiProblem } from '../../../../workbench/api/problem.ts';

/** Marks the fields that the server refused; the message with everything at once is shown all the same. */
export function markFields(form: FormInstance, problem: ApiProblem): false {
  form.setFields(problem.reasons.map(({ field, message }) => ({ name: field.split('.') as never, errors: [message] })));
  return false;
}

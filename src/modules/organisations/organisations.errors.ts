import { AppError } from '../../kernel/app-error.ts';

export function unitMissing(): AppError {
  return new AppError('unit-missing', 404, '没有找到这个单位，它可能已被移走。请返回单位列表重新选择。');
}

export function groupMissing(): AppError {
  return new AppError('group-missing', 404, '没有找到这个单位组，它可能已被删除。请刷新列表。');
}

export function sectionMissing(): AppError {
  return new AppError('section-missing', 404, '没有找到这个科室，请刷新后重新选择。');
}

export function personMissing(): AppError {
  return new AppError('person-missing', 404, '没有找到这位人员，请返回人员列表重新选择。');
}

export function grantMissing(): AppError {
  return new AppError('grant-missing', 404, '没有找到这项角色，它可能已经终止。请刷新后查看。');
}

const TAKEN: Readonly<Record<string, readonly [field: string, message: string]>> = {
  unit_code_key: ['code', '这个代码已被其他单位使用，请换一个'],
  unit_name_key: ['name', '已有同名单位，请核对是否重复登记'],
  unit_group_name_key: ['name', '已有同名单位组，请直接修改原有的组'],
  section_unit_id_name_key: ['name', '本单位已有同名科室'],
  person_account_key: ['account', '这个账号已被使用，请换一个'],
};

/** Runs a write; a name or code that another row holds becomes a sentence at its field. */
export async function refuseTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const taken = TAKEN[(error as { constraint?: string }).constraint ?? ''];
    if (!taken) throw error;
    const [field, message] = taken;
    throw new AppError('already-exists', 409, `${message}。`, { reasons: [{ field, message }], cause: error });
  }
}

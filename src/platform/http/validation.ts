import { z } from 'zod';
import type { Reason } from '../../kernel/app-error.ts';

/** Sentences for people who fill in forms; a schema's own message goes before these. */
export function speakChinese(): void {
  z.config({ ...z.locales.zhCN(), customError: (issue) => sentence(issue) });
}

type Issue = z.core.$ZodRawIssue;

function sentence(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? '没有填写'
        : `应为${TYPES[issue.expected] ?? '其他类型'}`;
    case 'too_small':
      return `${Number(issue.minimum) === 1 && issue.origin === 'string' ? '不能为空' : `${least(issue.origin)}${issue.minimum}${UNITS[issue.origin] ?? ''}`}`;
    case 'too_big':
      return `${most(issue.origin)}${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? '格式不正确';
    case 'invalid_value':
      return '不是可选的内容';
    case 'unrecognized_keys':
      return `有不认识的内容：${issue.keys.join('、')}`;
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数`;
    case 'invalid_union':
      return '内容不正确';
    default:
      return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '多项列表',
  date: '日期',
  object: '一组内容',
};
const UNITS: Readonly<Record<string, string>> = { string: ' 个字', array: ' 项', set: ' 项' };
const FORMATS: Readonly<Record<string, string>> = {
  email: '不是有效的邮箱地址',
  url: '不是有效的网址',
  uuid: '编号无效',
  date: '不是有效日期，请按“年-月-日”填写',
  datetime: '不是有效时间',
};

function least(origin: string): string {
  return origin === 'string' || origin === 'array' || origin === 'set' ? '至少 ' : '不能小于 ';
}

function most(origin: string): string {
  return origin === 'string' || origin === 'array' || origin === 'set' ? '最多 ' : '不能大于 ';
}

/** What the validator hands to the error handler. */
export interface ValidationIssue {
  readonly instancePath?: string;
  readonly message?: string;
}

/**
 * @param schema the zod schema that refused; the `title` of a field's metadata becomes its name in the sentence
 * @returns one reason per issue, `field` as a dotted path
 */
export function validationReasons(issues: readonly ValidationIssue[], schema: unknown): Reason[] {
  return issues.map((issue) => {
    const path = (issue.instancePath ?? '').split('/').filter((part) => part !== '');
    const title = fieldTitle(schema, path);
    const message = issue.message ?? '填写有误';
    return { field: path.join('.'), message: title === undefined ? `${message}。` : `“${title}”${message}。` };
  });
}

function fieldTitle(schema: unknown, path: readonly string[]): string | undefined {
  let current = schema;
  let title: string | undefined;
  for (const part of path) {
    current = member(unwrapped(current), part);
    if (!(current instanceof z.ZodType)) return title;
    title = titleOf(current) ?? title;
  }
  return title;
}

function titleOf(schema: z.ZodType): string | undefined {
  const own = schema.meta()?.title ?? schema.description;
  if (own !== undefined) return own;
  const inner = unwrapped(schema);
  return inner instanceof z.ZodType && inner !== schema ? titleOf(inner) : undefined;
}

function unwrapped(schema: unknown): unknown {
  let current = schema;
  while (
    current instanceof z.ZodOptional ||
    current instanceof z.ZodNullable ||
    current instanceof z.ZodDefault ||
    current instanceof z.ZodCatch
  ) {
    current = current.unwrap();
  }
  return current instanceof z.ZodPipe ? unwrapped(current.in) : current;
}

function member(schema: unknown, part: string): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[part];
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

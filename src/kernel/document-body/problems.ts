import { LIMITS, MARKS, NODE_RULES } from './node-rules.ts';
import type { NodeName } from './nodes.ts';

export interface BodyProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface Visit {
  readonly value: unknown;
  readonly depth: number;
  readonly path: readonly (string | number)[];
}

const KEYS: ReadonlySet<string> = new Set(['type', 'attrs', 'content']);
const TEXT_KEYS: ReadonlySet<string> = new Set(['type', 'text', 'marks']);

/**
 * Why a value is no document; empty when it is one. Walks with a list of its own, so that no depth of nesting can exhaust the stack,
 * and stops at the first twenty problems.
 */
export function bodyProblems(value: unknown): BodyProblem[] {
  const problems: BodyProblem[] = [];
  const ids = new Set<string>();
  let nodes = 0;
  let characters = 0;
  const waiting: Visit[] = [{ value, depth: 0, path: [] }];
  for (let visit = waiting.pop(); visit && problems.length < 20; visit = waiting.pop()) {
    nodes += 1;
    if (nodes > LIMITS.nodes) return [{ path: [], message: '正文内容过多，请拆分为几份或改用附件。' }];
    if (visit.depth > LIMITS.depth) return [{ path: visit.path, message: '正文层次过深，请减少列表的层级。' }];
    const node = asNode(visit.value);
    if (!node) {
      problems.push({ path: visit.path, message: '正文中有不认识的内容，请删去后再保存。' });
      continue;
    }
    characters += typeof node.text === 'string' ? node.text.length : 0;
    if (characters > LIMITS.characters) return [{ path: [], message: '正文文字过多，请拆分为几份或改用附件。' }];
    const own = ownProblem(node, ids);
    if (own) problems.push({ path: visit.path, message: own });
    const children = Array.isArray(node.content) ? node.content : [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child: unknown = children[index];
      const path = [...visit.path, 'content', index];
      if (isAllowed(node.type, child, index)) waiting.push({ value: child, depth: visit.depth + 1, path });
      else problems.push({ path, message: '正文中有放错位置的内容，请删去后再保存。' });
    }
  }
  return problems;
}

interface LooseNode {
  readonly type: NodeName;
  readonly attrs?: unknown;
  readonly content?: unknown;
  readonly text?: unknown;
  readonly marks?: unknown;
}

function asNode(value: unknown): LooseNode | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { type } = value as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(NODE_RULES, type)) return undefined;
  const known = type === 'text' ? TEXT_KEYS : KEYS;
  return Object.keys(value).every((key) => known.has(key)) ? (value as LooseNode) : undefined;
}

function isAllowed(parent: NodeName, child: unknown, index: number): boolean {
  const node = asNode(child);
  const rule = NODE_RULES[parent];
  return (
    node !== undefined && rule.children.includes(node.type) && (index > 0 || !rule.first || rule.first === node.type)
  );
}

function ownProblem(node: LooseNode, ids: Set<string>): string | undefined {
  if (node.type === 'text') return textProblem(node);
  const rule = NODE_RULES[node.type];
  const attrs = rule.attrs.safeParse(node.attrs);
  if (!attrs.success) return '正文中有不合规定的格式或图片，请重新输入这一段。';
  const id = (attrs.data as { id?: string } | undefined)?.id;
  if (id !== undefined && ids.has(id)) return '正文中两段的编号相同，请刷新页面后再保存。';
  if (id !== undefined) ids.add(id);
  if (node.content !== undefined && !Array.isArray(node.content)) return '正文中有不认识的内容，请删去后再保存。';
  if (rule.filled && !(Array.isArray(node.content) && node.content.length > 0))
    return '正文中有空的列表或表格，请删去。';
  return node.type === 'doc' && node.content === undefined ? '正文缺少内容。' : undefined;
}

function textProblem(node: LooseNode): string | undefined {
  if (typeof node.text !== 'string' || node.text === '') return '正文中有空的文字，请删去后再保存。';
  // A half surrogate or NUL can be stored by neither the database nor UTF-8.
  if (!node.text.isWellFormed() || node.text.includes('\0')) return '正文中有无法保存的字符，请重新输入这一段。';
  return MARKS.safeParse(node.marks).success
    ? undefined
    : '正文中有不合规定的链接或格式；链接须以 http://、https://、mailto: 或 / 开头。';
}

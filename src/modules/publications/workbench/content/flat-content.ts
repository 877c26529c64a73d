import { type Block, type Body, blockText, withBlockIds } from '../../../../kernel/document-body.ts';
import type { FieldValues } from '../../../../workbench/components/stale-merge.ts';
import type { Content } from '../../content/content.contract.ts';
import type { KindView } from '../../register.contract.ts';

/** Content taken apart into what two people can change independently: title, each field, each block, attachments, relations. */
export function flatContent(content: Content): FieldValues {
  return {
    title: content.title,
    ...Object.fromEntries(Object.entries(content.fields).map(([code, value]) => [`field:${code}`, value])),
    ...Object.fromEntries((content.body?.content ?? []).map((block) => [`block:${block.attrs.id}`, block])),
    attachments: content.attachments,
    relations: content.relations,
  };
}

/** Parts in the order in which people read them, with names for the dialog. */
export function partLabels(
  contents: readonly Content[],
  kind: KindView | undefined,
): { name: string; label: string; show: (value: unknown) => string }[] {
  const blocks = new Map<string, Block>();
  for (const content of contents) {
    for (const block of content.body?.content ?? []) if (!blocks.has(block.attrs.id)) blocks.set(block.attrs.id, block);
  }
  return [
    { name: 'title', label: '标题', show: String },
    ...(kind?.fields ?? []).map((field) => ({ name: `field:${field.code}`, label: field.label, show: fieldText })),
    ...[...blocks].map(([id, block]) => ({ name: `block:${id}`, label: BLOCK_LABELS[block.type], show: shownBlock })),
    { name: 'attachments', label: '附件', show: named((file: { name: string }) => file.name) },
    {
      name: 'relations',
      label: '关联信息',
      show: named(
        (relation: { title?: string | null; address?: string | null }) => relation.title ?? relation.address ?? '一条',
      ),
    },
  ];
}

const BLOCK_LABELS: Readonly<Record<Block['type'], string>> = {
  paragraph: '正文段落',
  heading: '正文标题',
  bulletList: '正文列表',
  orderedList: '正文列表',
  blockquote: '正文引文',
  table: '正文表格',
  image: '正文图片',
  horizontalRule: '正文分隔线',
};

function fieldText(value: unknown): string {
  if (Array.isArray(value)) return value.join('、');
  return value === true ? '是' : value === false ? '否' : String(value ?? '');
}

function shownBlock(value: unknown): string {
  const block = value as Block;
  return block.type === 'horizontalRule' ? '———' : blockText(block);
}

function named<T>(name: (one: T) => string): (value: unknown) => string {
  return (value) => (value as T[]).map(name).join('、');
}

/**
 * The chosen parts back as content. The order of blocks is mine; what only the other one added stands behind the block that it
 * follows there.
 */
export function contentOf(parts: FieldValues, mine: Content, theirs: Content): Content {
  const fields = Object.entries(parts).filter(([name]) => name.startsWith('field:'));
  return {
    schema: 1,
    title: parts.title as string,
    fields: Object.fromEntries(fields.map(([name, value]) => [name.slice(6), value ?? null])) as Content['fields'],
    body: mergedBody(parts, mine.body, theirs.body),
    attachments: parts.attachments as Content['attachments'],
    relations: parts.relations as Content['relations'],
  };
}

function mergedBody(parts: FieldValues, mine: Body | null, theirs: Body | null): Body | null {
  const order = (mine?.content ?? []).map((block) => block.attrs.id);
  (theirs?.content ?? []).forEach((block, index) => {
    if (order.includes(block.attrs.id)) return;
    const before = index === 0 ? -1 : order.indexOf(theirs?.content[index - 1]?.attrs.id ?? '');
    order.splice(before + 1, 0, block.attrs.id);
  });
  const content = order.map((id) => parts[`block:${id}`] as Block | undefined).filter((block) => block !== undefined);
  if (content.length === 0) return null;
  let made = 0;
  // A block moved into a table by one side and kept in its place by the other would stand twice.
  return withBlockIds({ type: 'doc', content }, () => `merged${Date.now().toString(36)}${++made}`) as Body;
}

import { diffArrays, diffWordsWithSpace } from 'diff';
import { blocks } from '../../../kernel/document-body.ts';
import type { FieldDefinition, PublicationKind } from '../kinds/publication-kind.ts';
import type { Difference } from '../publications.contract.ts';
import type { Content, FieldValue } from './content.contract.ts';
import { canonicalBytes } from './content-hash.ts';

type Part = Difference['parts'][number];
type Run = Part['runs'][number];

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What `to` changes against `from`, in the order in which people read: title, elements, text block by block, attachments, relations. */
export function contentDifference(
  kind: Pick<PublicationKind, 'fields' | 'relations'>,
  from: Content | null,
  to: Content,
): Part[] {
  const before: Content = from ?? { schema: 1, title: '', fields: {}, body: null, attachments: [], relations: [] };
  const parts: (Part | undefined)[] = [textPart('title', '标题', before.title, to.title)];
  for (const field of kind.fields) parts.push(fieldPart(field, before.fields[field.code], to.fields[field.code]));
  parts.push(...bodyParts(before, to), ...attachmentParts(before, to), ...relationParts(kind, before, to));
  return parts.filter((part) => part !== undefined);
}

function textPart(place: string, label: string, from: string, to: string): Part | undefined {
  if (from === to) return undefined;
  const change = from === '' ? 'added' : to === '' ? 'removed' : 'changed';
  return { place, label, change, runs: runsOf(from, to) };
}

const CHOSEN = new Set<FieldDefinition['type']>(['choice', 'choices', 'tags']);

/** What is chosen from a list is compared choice by choice and told by its labels; those of lists kept by the office are known where they are shown. */
function fieldPart(field: FieldDefinition, from: FieldValue | undefined, to: FieldValue | undefined): Part | undefined {
  const { code, label, choices, choicesFrom } = field;
  const place = `field:${code}`;
  if (!CHOSEN.has(field.type)) return textPart(place, label, fieldText(from), fieldText(to));
  const [old, now] = [valuesOf(from), valuesOf(to)];
  if (isSame(old, now)) return undefined;
  const labelOf = (value: string) => choices?.find((choice) => choice.value === value)?.label ?? value;
  const runs = diffArrays(old, now).flatMap(({ value, added, removed }) =>
    value.map((one): Run => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: labelOf(one) })),
  );
  const change = old.length === 0 ? 'added' : now.length === 0 ? 'removed' : 'changed';
  return { place, label, change, runs, list: { choicesFrom: choicesFrom ?? null } };
}

function valuesOf(value: FieldValue | undefined): string[] {
  if (Array.isArray(value)) return [...value];
  return value === undefined || value === null || value === '' ? [] : [String(value)];
}

/** Word by word; Chinese words are told apart by the platform's segmenter. */
function runsOf(from: string, to: string): Run[] {
  return diffWordsWithSpace(from, to, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Blocks are matched by their ids, so a rewritten paragraph is one change and a moved one is told as moved. */
function bodyParts(from: Content, to: Content): Part[] {
  const old = from.body ? blocks(from.body) : [];
  const now = to.body ? blocks(to.body) : [];
  const oldById = new Map(old.map((one) => [one.id, one]));
  const nowIds = new Set(now.map((one) => one.id));
  const steady = steadyIds(
    old.map((one) => one.id),
    now.map((one) => one.id),
  );
  const parts: Part[] = [];
  for (const [index, block] of now.entries()) {
    const place = `block:${block.id}`;
    const label = `正文第 ${index + 1} 段`;
    const before = oldById.get(block.id);
    if (!before) parts.push({ place, label, change: 'added', runs: [{ kind: 'added', text: block.text }] });
    else if (!isSame(before.block, block.block)) {
      parts.push({ place, label, change: 'changed', runs: runsOf(before.text, block.text) });
    } else if (!steady.has(block.id)) {
      parts.push({ place, label, change: 'moved', runs: [{ kind: 'same', text: block.text }] });
    }
  }
  const gone = old.filter((one) => !nowIds.has(one.id));
  return [
    ...parts,
    ...gone.map(
      (block): Part => ({
        place: `block:${block.id}`,
        label: '删去的正文',
        change: 'removed',
        runs: [{ kind: 'removed', text: block.text }],
      }),
    ),
  ];
}

/** Ids that keep their order; the rest was moved. */
function steadyIds(from: string[], to: string[]): Set<string> {
  const same = diffArrays(from, to).filter((part) => !part.added && !part.removed);
  return new Set(same.flatMap((part) => part.value));
}

function attachmentParts(from: Content, to: Content): Part[] {
  const key = (file: Content['attachments'][number]) => `${file.name}\n${file.sha256}`;
  const old = new Set(from.attachments.map(key));
  const now = new Set(to.attachments.map(key));
  const part =
    (kind: 'added' | 'removed') =>
    (file: Content['attachments'][number]): Part => ({
      place: `attachment:${file.sha256}`,
      label: '附件',
      change: kind,
      runs: [{ kind, text: file.name }],
    });
  return [
    ...to.attachments.filter((file) => !old.has(key(file))).map(part('added')),
    ...from.attachments.filter((file) => !now.has(key(file))).map(part('removed')),
  ];
}

function relationParts(kind: Pick<PublicationKind, 'relations'>, from: Content, to: Content): Part[] {
  const labels = new Map(kind.relations.map((relation) => [relation.code, relation.label]));
  const text = (one: Content['relations'][number]) =>
    [one.title ?? one.address ?? one.publicationId, one.on].filter((word) => word !== null).join('，');
  const part =
    (change: 'added' | 'removed') =>
    (one: Content['relations'][number]): Part => ({
      place: `relation:${one.type}`,
      label: labels.get(one.type) ?? '关联',
      change,
      runs: [{ kind: change, text: text(one) }],
    });
  const has = (list: Content['relations'], one: Content['relations'][number]) =>
    list.some((other) => isSame(other, one));
  return [
    ...to.relations.filter((one) => !has(from.relations, one)).map(part('added')),
    ...from.relations.filter((one) => !has(to.relations, one)).map(part('removed')),
  ];
}

function fieldText(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('、') : String(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalBytes(a).equals(canonicalBytes(b));
}

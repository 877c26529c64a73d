import type { Reason } from '../../../kernel/app-error.ts';
import { isLocalDate } from '../../../kernel/local-date.ts';
import type { FieldDefinition, PublicationKind } from '../kinds/publication-kind.ts';
import type { BlockingReason } from '../publications.contract.ts';
import type { Content, FieldValue, Relation } from './content.contract.ts';
import { holds } from './field-condition.ts';

/**
 * What cannot even be saved as a draft: fields the kind does not know, values of the wrong type. What is merely missing may be saved and
 * blocks publishing; see `missingElements`.
 */
export function contentFaults(kind: PublicationKind, content: Content): Reason[] {
  const known = new Map(kind.fields.map((field) => [field.code, field]));
  const faults: Reason[] = [];
  for (const [code, value] of Object.entries(content.fields)) {
    const field = known.get(code);
    if (!field) faults.push({ field: `fields.${code}`, message: `“${kind.name}”没有“${code}”这一要素` });
    else faults.push(...valueFaults(field, value).map((message) => ({ field: `fields.${code}`, message })));
  }
  if (kind.body === 'none' && content.body) faults.push({ field: 'body', message: `“${kind.name}”没有正文` });
  if (content.attachments.length > kind.attachments.max) {
    faults.push({ field: 'attachments', message: `最多 ${kind.attachments.max} 个附件` });
  }
  for (const [index, relation] of content.relations.entries()) {
    faults.push(...relationFaults(kind, relation).map((message) => ({ field: `relations.${index}`, message })));
  }
  return faults;
}

function valueFaults(field: FieldDefinition, value: FieldValue): string[] {
  if (value === null) return [];
  const { label } = field;
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? [] : [`${label}应为数字`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${label}应为“是”或“否”`];
    case 'choices':
    case 'tags':
      return Array.isArray(value) ? value.flatMap((one) => choiceFaults(field, one)) : [`${label}应为多个选项`];
    default:
      return typeof value === 'string' ? textFaults(field, value) : [`${label}应为文字`];
  }
}

function textFaults(field: FieldDefinition, text: string): string[] {
  const longest = field.maxLength ?? (field.type === 'longText' ? 5000 : 500);
  if (text.length > longest) return [`${field.label}最多 ${longest} 字`];
  if (text === '') return [];
  if (field.type === 'date' && !isLocalDate(text)) return [`${field.label}应为“年-月-日”，例如 2026-03-31`];
  return field.type === 'choice' ? choiceFaults(field, text) : [];
}

function choiceFaults(field: FieldDefinition, value: string): string[] {
  if (!field.choices || field.choices.some((choice) => choice.value === value)) return [];
  return [`${field.label}没有“${value}”这一选项`];
}

function relationFaults(kind: PublicationKind, relation: Relation): string[] {
  const definition = kind.relations.find((one) => one.code === relation.type);
  if (!definition) return [`“${kind.name}”没有“${relation.type}”这种关联`];
  if (relation.publicationId && relation.address) return ['一条关联只能指向一份信息或一个网址'];
  if (definition.target === 'publication' && relation.address) return [`“${definition.label}”只能关联本库信息`];
  if (definition.target === 'address' && relation.publicationId) return [`“${definition.label}”只能填写网址`];
  if (!relation.publicationId && !relation.address && !relation.title) return ['请选择关联的信息，或填写其名称'];
  return [];
}

/** Elements that the kind wants and the content lacks (要素不全). */
export function missingElements(kind: PublicationKind, content: Content, bodyText: string): BlockingReason[] {
  const missing: [place: string, message: string][] = [];
  if (content.title === '') missing.push(['title', lacking('标题')]);
  for (const field of kind.fields) {
    if (!field.required || !isEmpty(content.fields[field.code])) continue;
    missing.push([
      `field:${field.code}`,
      field.type === 'boolean' ? `请选择是否为${field.label}。` : lacking(field.label),
    ]);
  }
  if (kind.body === 'required' && bodyText.trim() === '') missing.push(['body', lacking('正文')]);
  if (kind.attachments.required && content.attachments.length === 0) missing.push(['attachments', lacking('附件')]);
  return missing.map(([place, message]) => ({ code: 'element-missing', place, severity: 'blocks', message }));
}

function lacking(label: string): string {
  return `缺少${label}，请补充。`;
}

function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** Columns of the portal in which a content of the kind appears. */
export function columnsOf(kind: PublicationKind, content: Pick<Content, 'fields'>): readonly string[] {
  return kind.columns.filter((column) => holds(column.when, content.fields)).map((column) => column.code);
}

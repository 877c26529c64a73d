import type { Reason } from '../../../kernel/app-error.ts';
import { flawOf } from '../../../platform/http/whole-text.ts';
import { ATTRIBUTE_LABELS, type FieldValue, type PublicationKind } from '../../publications/index.ts';
import { FieldReader, type IntakeCatalogue } from './metadata-fields.ts';

/** A unit as a delivery may name it. */
export interface IntakeUnit {
  readonly id: string;
  /** Code, full name, short name, aliases. */
  readonly names: readonly string[];
}

export interface IntakeMetadata {
  readonly externalId: string;
  readonly unitId: string;
  readonly title: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Plain text of the document, when no file brings it. */
  readonly text: string | null;
  /** 签发人: for staff alone, never part of what becomes public. */
  readonly signer: string | null;
  /** What the other system proposes as disclosure attribute; people determine it. */
  readonly proposal: string | null;
}

export interface MetadataReading {
  /** Null when there are faults. */
  readonly metadata: IntakeMetadata | null;
  readonly faults: readonly Reason[];
  readonly doubts: readonly string[];
  /** What could be read in spite of the faults, for the log. */
  readonly told: { readonly externalId: string | null; readonly title: string | null; readonly unitId: string | null };
}

const OWN_KEYS = new Set(['sourceId', 'unit', 'title', 'text', 'secrecy', 'signer', 'disclosure']);
const NOT_SECRET = new Set(['', '无', '公开', '非密', 'none']);
const TEXT_LIMIT = 500_000;

/**
 * What an office system tells of a document, with all faults at once. Words of catalogues that the office keeps and does not know are left
 * out with a doubt: a document is registered even when its labels are not ours.
 *
 * @param units those that the sender may hand in for
 */
export function readMetadata(
  value: unknown,
  kind: PublicationKind,
  units: readonly IntakeUnit[],
  catalogue: IntakeCatalogue,
): MetadataReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const fault = {
      field: 'metadata',
      message: '元数据应为一个 JSON 对象，例如 {"sourceId": "OA-2026-1", "title": "…"}。',
    };
    return { metadata: null, faults: [fault], doubts: [], told: { externalId: null, title: null, unitId: null } };
  }
  if (flawOf(value) === 'half') {
    const fault = { field: 'metadata', message: '元数据中有不完整的字符（如被截断的表情符号），请删去后重新报送。' };
    return { metadata: null, faults: [fault], doubts: [], told: { externalId: null, title: null, unitId: null } };
  }
  const reader = new FieldReader(value as Record<string, unknown>, catalogue);
  const externalId = externalIdOf(reader);
  const unitId = unitOf(reader, units);
  const isSecret = demandNotSecret(reader);
  const title = reader.text('title', '标题', 300);
  const signer = reader.text('signer', '签发人', 100);
  const text = reader.text('text', '正文', TEXT_LIMIT);
  const proposal = proposalOf(reader);
  const fields: Record<string, FieldValue> = {};
  for (const field of kind.fields) {
    const read = reader.field(field);
    if (read !== undefined) fields[field.code] = read;
  }
  const known = new Set([...OWN_KEYS, ...kind.fields.map((field) => field.code)]);
  for (const key of Object.keys(value))
    if (!known.has(key)) reader.fault(key, `没有“${key.slice(0, 40)}”这一项，请删去或改正名称。`);
  const { faults, doubts } = reader;
  const told = { externalId, title: isSecret ? null : title, unitId };
  if (faults.length > 0 || externalId === null || unitId === null) return { metadata: null, faults, doubts, told };
  return { metadata: { externalId, unitId, title, fields, text, signer, proposal }, faults, doubts, told };
}

function externalIdOf(reader: FieldReader): string | null {
  const id = reader.text('sourceId', '来文系统编号（sourceId）', 100);
  if (id === null && !reader.hasFault('sourceId'))
    reader.fault('sourceId', '缺少来文系统编号（sourceId），请填写该公文在来文系统中的唯一编号。');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (id !== null && /[\u0000-\u001f\u007f/\\]/.test(id)) {
    reader.fault('sourceId', '来文系统编号（sourceId）不能含有斜杠和控制字符。');
    return null;
  }
  return id;
}

function unitOf(reader: FieldReader, units: readonly IntakeUnit[]): string | null {
  const name = reader.text('unit', '公开单位（unit）', 100);
  if (name === null) {
    if (units.length === 1) return units[0]?.id ?? null;
    reader.fault('unit', '请写明公开单位（unit）的代码或全称：本密钥可以为多个单位报送。');
    return null;
  }
  const found = units.find((unit) => unit.names.includes(name));
  if (!found) reader.fault('unit', `本密钥不能为“${name}”报送，或没有这个单位；请核对单位代码，或联系主管部门。`);
  return found?.id ?? null;
}

/** Secret documents are not registered here (DOC-1). */
function demandNotSecret(reader: FieldReader): boolean {
  const secrecy = reader.text('secrecy', '密级（secrecy）', 20);
  if (secrecy === null || NOT_SECRET.has(secrecy)) return false;
  reader.fault('secrecy', '涉密公文不得通过本接口报送；内容没有登记，请立即在来文系统中停止报送并报告保密工作机构。');
  return true;
}

function proposalOf(reader: FieldReader): string | null {
  const given = reader.value('disclosure');
  if (given === undefined || given === null) return null;
  const { attribute, reason, ...rest } = (typeof given === 'string' ? { attribute: given } : given) as Record<
    string,
    unknown
  >;
  if (Object.keys(rest).length > 0 || (reason !== undefined && typeof reason !== 'string')) {
    reader.fault('disclosure', '公开属性建议（disclosure）只有 attribute 和 reason 两项，均为文字。');
    return null;
  }
  const label = Object.entries(ATTRIBUTE_LABELS).find((pair) => pair.includes(String(attribute)))?.[1];
  if (!label) {
    reader.fault(
      'disclosure',
      `公开属性建议（disclosure.attribute）应为${Object.values(ATTRIBUTE_LABELS).join('、')}之一。`,
    );
    return null;
  }
  return typeof reason === 'string' && reason.trim() !== '' ? `${label}（${reason.trim().slice(0, 300)}）` : label;
}

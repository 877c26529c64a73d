import { rendersAs } from '../../../kernel/document-body.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { flawOf } from '../../../platform/http/whole-text.ts';
import { type PublicationKind, type ReceivedForm, receivedFaults } from '../../publications/index.ts';
import { type FiledForm, type FiledOpen, FiledRecord, type Filing } from '../filing/filing-message.ts';
import { stateHash } from '../filing/filing-state.ts';

export interface CheckedForm {
  readonly form: FiledForm;
  readonly record: FiledRecord;
}

export interface CheckedFiling {
  /** Chinese sentences, all at once; none: it is taken. */
  readonly reasons: readonly string[];
  readonly forms: readonly CheckedForm[];
}

interface Facts {
  /** Undefined: this program knows no such kind. */
  readonly kind: PublicationKind | undefined;
  readonly today: LocalDate;
  readonly calendar: WorkdayCalendar;
}

/** Everything that keeps a filing from being taken (DOC-6): contradictions in it, text that is not what it says, missing elements. */
export function checkFiling(filing: Filing, facts: Facts): CheckedFiling {
  const { kind } = facts;
  if (!kind) return { reasons: [`本平台没有“${filing.kind}”这种信息类型，请核对双方软件版本。`], forms: [] };
  const reasons = [...lifeFaults(filing), ...registerFaults(filing)];
  if (stateHash(filing) !== filing.stateHash) reasons.push('报送内容与其校验值不一致，请重新报送。');
  const forms: CheckedForm[] = [];
  for (const form of filing.open?.forms ?? []) {
    const record = readRecord(form.record);
    if (!record) reasons.push(`第 ${form.ordinal} 版的公开记录无法识别。`);
    else {
      forms.push({ form, record });
      reasons.push(...formFaults(filing, form, record).map((fault) => `第 ${form.ordinal} 版：${fault}`));
    }
  }
  const newest = forms.at(-1);
  if (newest && filing.open) reasons.push(...elementFaults(kind, newest, filing.open, facts));
  return { reasons: [...new Set(reasons)], forms };
}

const OPEN_LIVES = new Set(['public', 'withdrawn']);

function lifeFaults({ life, open }: Filing): string[] {
  const isOpen = open !== null && open.forms.length > 0;
  if (life === 'none' || life === 'discarded') return open ? ['未公开的公文不能带有公开内容。'] : [];
  if (!open) return ['已公开的公文缺少公开内容。'];
  if (life === 'removed' && isOpen) return ['已移除的公文不能带有正文。'];
  if (OPEN_LIVES.has(life) && !isOpen) return ['公开的公文缺少公开记录。'];
  const ordinals = open.forms.map(({ ordinal }) => ordinal);
  const isRising = ordinals.every((ordinal, index) => index === 0 || ordinal > (ordinals[index - 1] ?? 0));
  return isRising ? [] : ['各版公开记录的次序有误。'];
}

function registerFaults({ life, register }: Filing): string[] {
  if (register.title.trim() === '' && life !== 'removed') return ['缺少标题，请补充。'];
  return [];
}

function readRecord(text: string): FiledRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = FiledRecord.safeParse(value);
    return parsed.success && flawOf(value) === null ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The text is rendered here from its model: words from outside become words on our page, never tags. */
function formFaults({ kind, open }: Filing, form: FiledForm, record: FiledRecord): string[] {
  const faults: string[] = [];
  if (record.number !== open?.number || record.ordinal !== form.ordinal || record.kind !== kind) {
    faults.push('公开记录的编号、版次或类型与报送的不一致。');
  }
  const imageAddress = (sha256: string) => `/documents/${record.number}/files/${sha256}/picture`;
  const isSame = form.body ? rendersAs(form.body, record.bodyHtml, { imageAddress }) : record.bodyHtml === '';
  if (!isSame) faults.push('正文与公开记录里的正文不一致，不能受理。');
  for (const { name } of record.attachments) {
    if (!isPlainName(name)) faults.push('附件名称含有路径、控制字符或改变显示方向的字符，请改名后重新发布。');
  }
  return faults;
}

/** A name is shown and offered for saving, so it must be what it looks like. */
function isPlainName(name: string): boolean {
  const isShort = name.trim() !== '' && name.length <= 200 && !/^\.+$/.test(name);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  return isShort && !/[/\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(name);
}

function elementFaults(kind: PublicationKind, { form, record }: CheckedForm, open: FiledOpen, facts: Facts): string[] {
  const received = { title: record.title, fields: record.fields, body: form.body, attachments: record.attachments };
  return receivedFaults(kind, received as ReceivedForm, {
    today: facts.today,
    calendar: facts.calendar,
    firstPublishedOn: localDateAt(new Date(open.firstPublishedAt)),
  });
}

import { type LocalDate, lastDayOfMonth, localDateAt } from '../../../kernel/local-date.ts';
import { INTERPRETATION_FORMS, INTERPRETATION_STAGES, isDiversified } from '../interpretation-words.ts';
import { type AskedQuestion, documentQuestions } from '../questions/follow-ups.ts';
import { CHECK_CODES, type CheckCode } from './check-words.ts';
import type { Thresholds } from './threshold-words.ts';

export interface CheckedDocument {
  readonly number: number;
  readonly unitId: string;
  readonly title: string;
  readonly publishedAt: Date;
  /** Last approval of its first public version; null for what was public before the program came. */
  readonly approvedAt: Date | null;
}

export interface CheckedInterpretation extends CheckedDocument {
  readonly form: string;
  readonly stage: string;
  /** Public documents that it points to, and that point back. */
  readonly explains: readonly number[];
  readonly ratings: number;
  readonly mean: number | null;
}

export interface CheckedWorld {
  readonly year: number;
  readonly thresholds: Thresholds;
  /** In scope (see `inScope`) and of the year. */
  readonly documents: readonly CheckedDocument[];
  /** Of the year, and any others that explain one of the documents. */
  readonly interpretations: readonly CheckedInterpretation[];
  /** Of the year. */
  readonly questions: readonly AskedQuestion[];
  /** Documents that were asked about. */
  readonly askedDocuments: ReadonlyMap<number, { readonly title: string; readonly unitId: string }>;
}

/** A record behind a figure. */
export interface CheckEntry {
  readonly check: CheckCode;
  readonly unitId: string;
  readonly number: number;
  readonly title: string;
  readonly meets: boolean;
  /** Chinese: why it counts, or what is missing. */
  readonly note: string;
}

/** Whether an interpretation is due (ITP-3): normative documents, and those said to concern citizens or firms. */
export function inScope(fields: Readonly<Record<string, unknown>>): boolean {
  if (fields.interpretation === 'earlier' || fields.interpretation === 'none') return false;
  return fields.interpretation === 'together' || fields.normative === true;
}

/** Every record behind every figure of a year; a figure is nothing but their count. */
export function checkEntries(world: CheckedWorld): CheckEntry[] {
  const ofYear = world.interpretations.filter((one) => yearOfInstant(one.publishedAt) === world.year);
  return [
    ...world.documents.flatMap((document) => documentEntries(world, document)),
    ...ofYear.flatMap((one) => interpretationEntries(world, one)),
    ...questionEntries(world),
  ];
}

function documentEntries(world: CheckedWorld, document: CheckedDocument): CheckEntry[] {
  const { number, unitId, title } = document;
  const explaining = world.interpretations.filter((one) => one.explains.includes(number));
  const released = explaining.filter((one) => one.stage === 'release');
  const why = released.map((one) => notTogether(document, one, world.thresholds.releaseToleranceHours));
  const isTogether = why.includes(null);
  const entry = { unitId, number, title };
  return [
    {
      ...entry,
      check: 'together',
      meets: isTogether,
      note: isTogether ? '与解读同步审签、同步发布' : (why[0] ?? '没有同步解读'),
    },
    {
      ...entry,
      check: 'interpreted',
      meets: explaining.length > 0,
      note: explaining.length > 0 ? `解读 ${explaining.length} 条` : '没有解读',
    },
  ];
}

const HOUR_MS = 3_600_000;

/** @returns null when they came out together and the interpretation was approved no later than the document */
function notTogether(document: CheckedDocument, one: CheckedInterpretation, hours: number): string | null {
  const apart = Math.abs(one.publishedAt.getTime() - document.publishedAt.getTime());
  if (apart > hours * HOUR_MS) return `解读与文件发布时间相差 ${apartText(apart)}`;
  if (one.approvedAt && document.approvedAt && one.approvedAt > document.approvedAt) return '解读的审签晚于文件';
  return null;
}

function apartText(ms: number): string {
  const hours = ms / HOUR_MS;
  return hours < 48 ? `${Math.max(1, Math.round(hours))} 小时` : `${Math.round(hours / 24)} 天`;
}

function interpretationEntries(world: CheckedWorld, one: CheckedInterpretation): CheckEntry[] {
  const { number, unitId, title } = one;
  const entry = { unitId, number, title };
  const form = INTERPRETATION_FORMS[one.form as keyof typeof INTERPRETATION_FORMS] ?? one.form;
  const mean = one.mean === null ? '开放评价，还没有人评' : `${one.ratings} 人评价，平均 ${one.mean.toFixed(1)} 分`;
  const entries: CheckEntry[] = [
    { ...entry, check: 'diversified', meets: isDiversified(one.form), note: form },
    { ...entry, check: 'rated', meets: true, note: mean },
  ];
  // While opinions are sought there is no public document yet that it could point to.
  if (one.stage === 'draft') entries.push(draftStageEntry(world, entry, localDateAt(one.publishedAt)));
  else entries.push({ ...entry, check: 'linked', ...linkOf(one) });
  return entries;
}

function linkOf(one: CheckedInterpretation): Pick<CheckEntry, 'meets' | 'note'> {
  const meets = one.explains.length > 0;
  return { meets, note: meets ? '与文件互有链接' : '没有关联本库已公开的文件' };
}

function draftStageEntry(
  { year, thresholds }: CheckedWorld,
  entry: Pick<CheckEntry, 'unitId' | 'number' | 'title'>,
  publishedOn: LocalDate,
): CheckEntry {
  const last = lastDayOfMonth(year, thresholds.draftStageMonth);
  const isInTime = publishedOn <= last;
  const note = `${INTERPRETATION_STAGES.draft}解读，${publishedOn} 发布${isInTime ? '' : `，晚于 ${last}`}`;
  return { ...entry, check: 'draftStage', meets: isInTime, note };
}

function questionEntries({ questions, thresholds, askedDocuments }: CheckedWorld): CheckEntry[] {
  return documentQuestions(questions, thresholds.questionTrigger).flatMap((one): CheckEntry[] => {
    const document = askedDocuments.get(one.document);
    if (one.triggeredOn === null || !document) return [];
    const open = one.openTimes > 0 ? `，未回应 ${one.openTimes} 人次` : '';
    const answered = one.answeredBy.length > 0 ? `，已再解读 ${one.answeredBy.length} 次` : '，还没有再解读';
    return [
      {
        ...document,
        check: 'followedUp',
        number: one.document,
        meets: one.followedUp,
        note: `集中咨询 ${one.times} 人次，${one.triggeredOn} 达到触发次数${answered}${open}`,
      },
    ];
  });
}

function yearOfInstant(at: Date): number {
  return Number(localDateAt(at).slice(0, 4));
}

export interface CheckFigure {
  readonly met: number;
  readonly total: number;
}

export type CheckFigures = Readonly<Record<CheckCode, CheckFigure>>;

/** Counts the records behind each figure. */
export function checkFigures(entries: readonly Pick<CheckEntry, 'check' | 'meets'>[]): CheckFigures {
  return Object.fromEntries(
    CHECK_CODES.map((code) => {
      const own = entries.filter((entry) => entry.check === code);
      return [code, { met: own.filter((entry) => entry.meets).length, total: own.length }];
    }),
  ) as CheckFigures;
}

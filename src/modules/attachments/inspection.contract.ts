import { z } from 'zod';

/** What a file carries besides what people see when they open it. */
export const HIDDEN_KINDS = [
  'metadata',
  'trackedChange',
  'comment',
  'hiddenSheet',
  'hiddenRow',
  'hiddenColumn',
  'textUnderBox',
  'invisibleText',
  'embeddedFile',
  'script',
  'macro',
  'externalLink',
  'previousRevision',
] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

export const HiddenDatum = z.object({
  kind: z.enum(HIDDEN_KINDS),
  /** Chinese, for people: 第3页, 工作表“名单”第5行, 文档属性“作者”. */
  place: z.string(),
  /** At most 80 characters of what is hidden; may hold personal data, so it is for those who may edit the file alone. */
  excerpt: z.string(),
  /** Chinese sentence: what to do about it. */
  advice: z.string(),
  /** Whether a clean copy is without it. */
  cleanable: z.boolean(),
});
export type HiddenDatum = z.infer<typeof HiddenDatum>;

export const FileProblem = z.object({
  /** Stable, kebab-case. */
  code: z.string(),
  /** Chinese sentence that says what to do. */
  message: z.string(),
  /** The file must not become public as it is. */
  refused: z.boolean(),
});
export type FileProblem = z.infer<typeof FileProblem>;

export const Inspection = z.object({
  /** Judged by content, never by name; `application/octet-stream` when unknown. */
  mediaType: z.string(),
  /** Chinese name of the type: Word 文档, PDF 文件. */
  typeName: z.string(),
  /** False when any problem refuses the file. */
  accepted: z.boolean(),
  /** Absent where a format has no pages. */
  pages: z.number().int().optional(),
  /** Everything that can be read, hidden text too, since redaction must search it; pages and sheets parted by form feeds. At most TEXT_LIMIT characters. */
  text: z.string(),
  textCut: z.boolean(),
  hiddenData: z.array(HiddenDatum),
  problems: z.array(FileProblem),
});
export type Inspection = z.infer<typeof Inspection>;

/** UTF-16 units. */
export const TEXT_LIMIT = 2_000_000;

/** The words of the kinds on screen. */
export const HIDDEN_KIND_NAMES: Readonly<Record<HiddenKind, string>> = {
  metadata: '属性信息',
  trackedChange: '修订痕迹',
  comment: '批注',
  hiddenSheet: '隐藏的工作表或幻灯片',
  hiddenRow: '隐藏的行',
  hiddenColumn: '隐藏的列',
  textUnderBox: '遮盖物下的文字',
  invisibleText: '看不见的文字',
  embeddedFile: '嵌入的文件或数据',
  script: '脚本或自动动作',
  macro: '宏',
  externalLink: '外部链接',
  previousRevision: '以前的版本',
};

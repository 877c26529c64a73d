import { z } from 'zod';

const cell = z.object({
  text: z.string(),
  columnSpan: z.number().int().optional(),
  rowSpan: z.number().int().optional(),
});

export const PreviewTable = z.object({
  /** Name of the sheet; empty for CSV. */
  name: z.string(),
  hidden: z.boolean(),
  /** The first rows; all rows of one table have as many cells as the widest, joined cells apart. */
  rows: z.array(z.array(cell)),
  /** More rows than are shown. */
  more: z.boolean(),
});
export type PreviewTable = z.infer<typeof PreviewTable>;

/**
 * What is shown of a file before it is downloaded. Never HTML of the file's own: the page builds what it shows from these words.
 * `browser`: the browser's own viewer shows it (PDF, images), sandboxed; the text stands beside it for those who cannot see it.
 */
export const Preview = z.object({
  shownBy: z.enum(['browser', 'tables', 'text']),
  mediaType: z.string(),
  pages: z.number().int().optional(),
  /** The beginning of the text, at most 20,000 characters; pages parted by form feeds. */
  text: z.string(),
  textCut: z.boolean(),
  tables: z.array(PreviewTable),
});
export type Preview = z.infer<typeof Preview>;

import { z } from 'zod';
import { DocumentBody } from '../../../kernel/document-body.ts';
import { idParams, routes } from '../../../kernel/route.contract.ts';

/** What was read from a file, for the writer to look through; nothing is saved yet but its pictures. */
export const ImportAnswer = z.object({
  body: DocumentBody,
  /** Elements as they stand in the document's head, each with the words it was read from. */
  proposals: z.array(z.object({ field: z.string(), value: z.string(), excerpt: z.string(), blockId: z.string() })),
  /** Blocks that only repeat proposed elements: letterhead, document number, title. */
  headBlockIds: z.array(z.string()),
  doubts: z.array(
    z.object({
      /** Chinese sentence: what to look at. */
      message: z.string(),
      /** Chinese: 第3个表格. */
      place: z.string(),
      blockId: z.string().optional(),
    }),
  ),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const importingRoutes = routes({
  importDocument: {
    method: 'POST',
    url: '/api/publications/:id/import',
    summary: '读入文件的正文；图片随即存好，文字由起草人核对后保存',
    access: { kind: 'publication', action: 'edit' },
    params: idParams,
    upload: true,
    response: ImportAnswer,
  },
});

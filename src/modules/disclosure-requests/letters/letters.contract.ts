import { z } from 'zod';
import { id, instant, routes, versionOrNone } from '../../../kernel/route.contract.ts';
import { LETTER_KINDS } from './letter-words.ts';

export const LetterKindParam = z.enum(LETTER_KINDS);
export const LETTER_FORMATS = ['docx', 'pdf'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

export const TemplateView = z.object({
  kind: LetterKindParam,
  label: z.string(),
  isDecision: z.boolean(),
  title: z.string(),
  body: z.string(),
  hasRedHead: z.boolean(),
  /** 0: as it comes with the program. */
  version: z.number().int(),
  note: z.string().nullable(),
  savedBy: z.string().nullable(),
  savedAt: instant.nullable(),
  /** What may stand in 【】; `isNeeded`: the lint refuses a template without it. */
  blanks: z.array(z.object({ label: z.string(), isNeeded: z.boolean() })),
});
export type TemplateView = z.infer<typeof TemplateView>;

const Words = z.object({
  title: z.string().max(200),
  body: z.string().max(10_000),
  hasRedHead: z.boolean(),
});
export const TemplateInput = Words.extend({
  /** As last seen. */
  version: versionOrNone,
  note: z.string().trim().min(2, '请写明为什么修改').max(200),
});
export type TemplateInput = z.infer<typeof TemplateInput>;

export const TemplateCheck = z.object({
  /** Why it cannot be saved; empty: it can. */
  reasons: z.array(z.object({ field: z.string(), message: z.string() })),
  /** Paragraphs with invented words in the blanks, title and addressee first. */
  sample: z.array(z.string()),
});
export type TemplateCheck = z.infer<typeof TemplateCheck>;

const kindParams = z.object({ kind: LetterKindParam });
const reads = { kind: 'letterTemplate', action: 'read' } as const;
const edits = { kind: 'letterTemplate', action: 'edit' } as const;

export const letterRoutes = routes({
  templates: {
    method: 'GET',
    url: '/api/letter-templates',
    summary: '依申请公开文书模板',
    access: reads,
    response: z.object({ items: z.array(TemplateView) }),
  },
  versions: {
    method: 'GET',
    url: '/api/letter-templates/:kind/versions',
    summary: '文书模板的历次版本',
    access: reads,
    params: kindParams,
    response: z.object({ items: z.array(TemplateView) }),
  },
  check: {
    method: 'POST',
    url: '/api/letter-templates/:kind/check',
    summary: '检查文书模板并查看样稿',
    access: reads,
    params: kindParams,
    body: Words,
    response: TemplateCheck,
  },
  save: {
    method: 'PUT',
    url: '/api/letter-templates/:kind',
    summary: '保存文书模板的新版本',
    access: edits,
    params: kindParams,
    body: TemplateInput,
    response: TemplateView,
  },
  sample: {
    method: 'GET',
    url: '/api/letter-templates/:kind/sample',
    summary: '下载文书样稿',
    access: reads,
    params: kindParams,
    query: z.object({ format: z.enum(LETTER_FORMATS) }),
  },
  letter: {
    method: 'GET',
    url: '/api/disclosure-requests/:id/letters/:kind',
    summary: '下载案卷文书',
    access: { kind: 'case', action: 'read' },
    params: z.object({ id, kind: LetterKindParam }),
    query: z.object({
      format: z.enum(LETTER_FORMATS),
      /** Which decision or consultation; absent: the last one. */
      of: id.optional(),
    }),
  },
});

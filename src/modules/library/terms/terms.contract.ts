import { z } from 'zod';
import { day, id, idParams, instant, routes, version } from '../../../kernel/route.contract.ts';

const Term = z.object({
  /** Words in a title that give this term; none: for all other titles. */
  words: z.array(z.string().trim().min(1).max(20)).max(10),
  years: z.number().int('年限填整数').min(1, '年限至少一年').max(30, '年限最多三十年'),
});
const Duty = z.object({
  monthsBefore: z.number().int('月数填整数').min(1, '至少提前一个月').max(24, '最多提前二十四个月'),
  duty: z.string().trim().min(4, '请写明要做什么').max(200),
});

const shape = {
  fromOn: day,
  basis: z.string().trim().min(6, '请写明依据的文件和条款').max(300),
  terms: z.array(Term).min(1, '至少要有一般文件的有效期').max(20),
  duties: z.array(Duty).max(6),
};

export const TermRuleView = z.object({
  id,
  ...shape,
  /** Why it was last changed. */
  reason: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  version,
});
export type TermRuleView = z.infer<typeof TermRuleView>;

export const TermRuleInput = z
  .object({ ...shape, reason: z.string().trim().min(4, '请写明修改理由').max(300) })
  .refine((rule) => rule.terms.filter((term) => term.words.length === 0).length === 1, {
    path: ['terms'],
    message: '应当恰有一条不限名称的一般有效期',
  })
  .refine((rule) => new Set(rule.duties.map((one) => one.monthsBefore)).size === rule.duties.length, {
    path: ['duties'],
    message: '同一个提前月数只写一条',
  });
export type TermRuleInput = z.infer<typeof TermRuleInput>;
export const TermRuleEdit = z.intersection(TermRuleInput, z.object({ version }));
export type TermRuleEdit = z.infer<typeof TermRuleEdit>;

const At = z.object({ state: z.string(), lastDay: day.nullable() });
/** What a rule would do to documents that are there, before it is saved. */
export const TermRulePreview = z.object({
  total: z.number().int(),
  items: z.array(z.object({ number: z.number().int(), title: z.string(), before: At, after: At })),
});
export type TermRulePreview = z.infer<typeof TermRulePreview>;

const reads = { kind: 'termRule', action: 'read' } as const;
const edits = { kind: 'termRule', action: 'edit' } as const;

export const termRoutes = routes({
  termRules: {
    method: 'GET',
    url: '/api/library/term-rules',
    summary: '规范性文件有效期规则',
    access: reads,
    response: z.object({ items: z.array(TermRuleView) }),
  },
  createTermRule: {
    method: 'POST',
    url: '/api/library/term-rules',
    summary: '增加有效期规则',
    access: edits,
    body: TermRuleInput,
    response: TermRuleView,
  },
  editTermRule: {
    method: 'PUT',
    url: '/api/library/term-rules/:id',
    summary: '修改有效期规则',
    access: edits,
    params: idParams,
    body: TermRuleEdit,
    response: TermRuleView,
  },
  previewTermRule: {
    method: 'POST',
    url: '/api/library/term-rules/preview',
    summary: '试算有效期规则对现有文件的影响',
    access: edits,
    body: z.intersection(TermRuleInput, z.object({ id: id.nullable() })),
    response: TermRulePreview,
  },
});

import { z } from 'zod';
import { day, id, idParams, pageOf, pageQuery, routes, version } from '../../../kernel/route.contract.ts';

const word = z.string().trim().min(2, '每个词至少两个字').max(30, '每个词不超过30个字');

/** 同义词: a search for one of them finds the others too. */
export const Synonyms = z.object({ id, words: z.array(z.string()), version });
export type Synonyms = z.infer<typeof Synonyms>;
export const SynonymsInput = z.object({
  words: z
    .array(word)
    .min(2, '请至少填写两个词')
    .max(20, '一组不超过20个词')
    .refine((words) => new Set(words).size === words.length, '同一个词填写了两次'),
});
export type SynonymsInput = z.infer<typeof SynonymsInput>;

/** 推荐结果: shown first when exactly this is looked for. */
export const BestAnswer = z.object({
  id,
  query: z.string(),
  number: z.number().int(),
  title: z.string().nullable(),
  note: z.string().nullable(),
  version,
});
export type BestAnswer = z.infer<typeof BestAnswer>;
export const BestAnswerInput = z.object({
  query: z.string().trim().min(1, '请填写检索词').max(50),
  number: z.number({ error: '请填写已公开信息的编号' }).int().positive(),
  note: z.string().trim().max(100).nullable().default(null),
});
export type BestAnswerInput = z.infer<typeof BestAnswerInput>;

export const QueryFigure = z.object({
  query: z.string(),
  times: z.number().int(),
  lastOn: day,
  /** The most that were found on any day. */
  results: z.number().int(),
  settled: z.boolean(),
});
export type QueryFigure = z.infer<typeof QueryFigure>;

const reads = { kind: 'searchWord', action: 'read' } as const;
const edits = { kind: 'searchWord', action: 'edit' } as const;

export const officeWordRoutes = routes({
  synonyms: {
    method: 'GET',
    url: '/api/search/synonyms',
    summary: '同义词',
    access: reads,
    response: z.object({ items: z.array(Synonyms) }),
  },
  addSynonyms: {
    method: 'POST',
    url: '/api/search/synonyms',
    summary: '增加一组同义词',
    access: edits,
    body: SynonymsInput,
    response: Synonyms,
  },
  editSynonyms: {
    method: 'PUT',
    url: '/api/search/synonyms/:id',
    summary: '修改一组同义词',
    access: edits,
    params: idParams,
    body: SynonymsInput.extend({ version }),
    response: Synonyms,
  },
  removeSynonyms: {
    method: 'DELETE',
    url: '/api/search/synonyms/:id',
    summary: '删除一组同义词',
    access: edits,
    params: idParams,
    response: z.object({}),
  },
  bestAnswers: {
    method: 'GET',
    url: '/api/search/best-answers',
    summary: '推荐结果',
    access: reads,
    response: z.object({ items: z.array(BestAnswer) }),
  },
  addBestAnswer: {
    method: 'POST',
    url: '/api/search/best-answers',
    summary: '增加推荐结果',
    access: edits,
    body: BestAnswerInput,
    response: BestAnswer,
  },
  removeBestAnswer: {
    method: 'DELETE',
    url: '/api/search/best-answers/:id',
    summary: '删除推荐结果',
    access: edits,
    params: idParams,
    response: z.object({}),
  },
  queries: {
    method: 'GET',
    url: '/api/search/queries',
    summary: '公众检索词',
    access: reads,
    query: z.object({ ...pageQuery, found: z.enum(['nothing', 'something']).default('nothing') }),
    response: pageOf(QueryFigure),
  },
  settleQuery: {
    method: 'POST',
    url: '/api/search/queries/settle',
    summary: '检索词已处理',
    access: edits,
    body: z.object({ query: z.string().min(1).max(100) }),
    response: z.object({}),
  },
});

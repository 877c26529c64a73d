import { z } from 'zod';
import { pageOf, pageQuery, routes } from '../../../kernel/route.contract.ts';

export const FIGURE_CODES = ['KB-C1', 'KB-C2', 'KB-C3', 'KB-C4', 'MSG-C6'] as const;
export type FigureCode = (typeof FIGURE_CODES)[number];

/** A figure with what it is made of; its records tell the rest. */
export const KnowledgeFigure = z.object({
  code: z.enum(FIGURE_CODES),
  name: z.string(),
  met: z.number().int(),
  of: z.number().int(),
  /** Chinese sentence beside the share. */
  note: z.string(),
});
export type KnowledgeFigure = z.infer<typeof KnowledgeFigure>;

export const FigureRecord = z.object({
  title: z.string(),
  /** In the workbench (`/knowledge/…`) or on the portal (`/documents/…`). */
  href: z.string(),
  unit: z.string().nullable(),
  isMet: z.boolean(),
  /** What is missing, or how it was met. */
  state: z.string(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

const access = { kind: 'knowledgeEntry', action: 'read' } as const;

export const figureRoutes = routes({
  figures: {
    method: 'GET',
    url: '/api/knowledge/figures',
    summary: '知识库指标',
    access,
    response: z.object({
      items: z.array(KnowledgeFigure),
      /** Questions put to the portal in the last 90 days, and how many had an answer. */
      asked: z.object({ days: z.number().int(), asked: z.number().int(), answered: z.number().int() }),
    }),
  },
  records: {
    method: 'GET',
    url: '/api/knowledge/figures/records',
    summary: '指标背后的每一条记录',
    access,
    query: z.object({
      ...pageQuery,
      code: z.enum(FIGURE_CODES),
      /** Absent: all, those not met first. */
      met: z.enum(['true', 'false']).optional(),
    }),
    response: pageOf(FigureRecord),
  },
  inVain: {
    method: 'GET',
    url: '/api/knowledge/asked',
    summary: '没有答上的提问（已隐去个人信息，只记次数）',
    access: { kind: 'questionCluster', action: 'read' },
    response: z.object({
      items: z.array(z.object({ text: z.string(), times: z.number().int(), firstOn: z.string(), lastOn: z.string() })),
    }),
  },
});

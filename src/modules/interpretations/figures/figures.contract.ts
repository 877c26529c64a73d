import { z } from 'zod';
import { id, pageOf, pageQuery, routes, UnitRef, version } from '../../../kernel/route.contract.ts';
import { CHECK_CODES } from './check-words.ts';
import { THRESHOLD_CODES } from './threshold-words.ts';

const year = z.coerce.number().int().min(2000).max(2200);
const check = z.enum(CHECK_CODES);
const Figure = z.object({ met: z.number().int(), total: z.number().int() });
const Figures = z.object({
  together: Figure,
  interpreted: Figure,
  diversified: Figure,
  draftStage: Figure,
  linked: Figure,
  followedUp: Figure,
  rated: Figure,
});

/** Figures of a unit; `mean` is that of all ratings of its interpretations. */
export const UnitFigures = z.object({
  unit: UnitRef,
  figures: Figures,
  ratings: z.number().int(),
  mean: z.number().nullable(),
  reprints: z.number().int(),
  reach: z.number().int(),
});
export type UnitFigures = z.infer<typeof UnitFigures>;

export const FiguresView = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  all: UnitFigures.omit({ unit: true }),
  units: z.array(UnitFigures),
  thresholds: z.record(z.string(), z.number().int()),
});
export type FiguresView = z.infer<typeof FiguresView>;

export const FigureRecord = z.object({
  check,
  unit: UnitRef,
  number: z.number().int(),
  title: z.string(),
  meets: z.boolean(),
  note: z.string(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

export const ThresholdView = z.object({
  /** The code: each stands once. */
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  help: z.string(),
  value: z.number().int(),
  min: z.number().int(),
  max: z.number().int(),
  version: z.number().int(),
});
export type ThresholdView = z.infer<typeof ThresholdView>;

const reads = { kind: 'interpretationRecord', action: 'read' } as const;
const base = '/api/interpretation-figures';

export const figureRoutes = routes({
  figures: {
    method: 'GET',
    url: base,
    summary: '解读工作指标',
    access: reads,
    query: z.object({ year }),
    response: FiguresView,
  },
  records: {
    method: 'GET',
    url: `${base}/records`,
    summary: '指标背后的记录',
    access: reads,
    query: z.object({
      year,
      check,
      unitId: id.optional(),
      meets: z.enum(['true', 'false']).optional(),
      ...pageQuery,
    }),
    response: pageOf(FigureRecord),
  },
  export: {
    method: 'GET',
    url: `${base}/export.csv`,
    summary: '导出指标和记录（CSV）',
    access: reads,
    query: z.object({ year }),
  },
  thresholds: {
    method: 'GET',
    url: '/api/interpretation-thresholds',
    summary: '解读工作参数',
    access: reads,
    response: z.object({ items: z.array(ThresholdView) }),
  },
  setThreshold: {
    method: 'PUT',
    url: '/api/interpretation-thresholds/:id',
    summary: '修改解读工作参数',
    access: { kind: 'interpretationThreshold', action: 'edit' },
    params: z.object({ id: z.string().max(40) }),
    body: z.object({ value: z.number().int(), version }),
    response: ThresholdView,
  },
});

export const isThresholdCode = (code: string): code is (typeof THRESHOLD_CODES)[number] =>
  (THRESHOLD_CODES as readonly string[]).includes(code);

import { z } from 'zod';
import { day, id, pageOf, pageQuery, routes } from '../../../kernel/route.contract.ts';
import { CHECK_CODES } from './check-words.ts';

const code = z.enum(CHECK_CODES);

export const OpennessReport = z.object({
  on: day,
  units: z.number().int(),
  checks: z.array(
    z.object({
      code,
      name: z.string(),
      demand: z.string(),
      /** Chinese: `15/20` or a count. */
      figure: z.string(),
      isMet: z.boolean(),
      findings: z.number().int(),
    }),
  ),
  /** Every unit that has findings, in protocol order. */
  byUnit: z.array(z.object({ unitId: id, name: z.string(), counts: z.record(code, z.number().int()) })),
});
export type OpennessReport = z.infer<typeof OpennessReport>;

export const Finding = z.object({
  check: code,
  unitId: id,
  unitName: z.string(),
  number: z.number().int().nullable(),
  title: z.string(),
  what: z.string(),
  on: day.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const FindingQuery = z.object({ ...pageQuery, check: code.optional(), unitId: id.optional() });
export type FindingQuery = z.infer<typeof FindingQuery>;

const access = { kind: 'library', action: 'read' } as const;

export const inspectionRoutes = routes({
  opennessReport: {
    method: 'GET',
    url: '/api/library/openness-checks',
    summary: '公开专栏检查',
    access,
    response: OpennessReport,
  },
  opennessFindings: {
    method: 'GET',
    url: '/api/library/openness-checks/findings',
    summary: '公开专栏检查发现的问题',
    access,
    query: FindingQuery,
    response: pageOf(Finding),
  },
  opennessFile: {
    method: 'GET',
    url: '/api/library/openness-checks/findings.csv',
    summary: '公开专栏检查发现的问题（CSV）',
    access,
  },
});

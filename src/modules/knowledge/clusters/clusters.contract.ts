import { z } from 'zod';
import {
  day,
  id,
  idParams,
  instant,
  pageOf,
  pageQuery,
  routes,
  UnitRef,
  version,
} from '../../../kernel/route.contract.ts';
import { PolicyRef } from '../entries/entries.contract.ts';
import { CLUSTER_STATE_CODES, QUESTION_SOURCE_CODES } from '../knowledge-words.ts';

/** Questions that ask the same. */
export const ClusterView = z.object({
  id,
  version,
  /** Masked. */
  label: z.string(),
  unit: UnitRef.nullable(),
  policy: PolicyRef.nullable(),
  times: z.number().int(),
  firstOn: day,
  lastOn: day,
  /** Asked so often that it should become an entry. */
  isFrequent: z.boolean(),
  state: z.enum(CLUSTER_STATE_CODES),
  publicationId: id.nullable(),
  /** Of the entry, once it is public. */
  entryNumber: z.number().int().nullable(),
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  mayDecide: z.boolean(),
});
export type ClusterView = z.infer<typeof ClusterView>;

/** One question as evidence. */
export const ClusterEvidence = z.object({
  source: z.enum(QUESTION_SOURCE_CODES),
  /** Masked; null: a letter to another unit, of which only the number counts. */
  text: z.string().nullable(),
  /** The letter, for those who may read it. */
  caseId: id.nullable(),
  times: z.number().int(),
  firstOn: day,
  lastOn: day,
  unit: z.string().nullable(),
});
export type ClusterEvidence = z.infer<typeof ClusterEvidence>;

export const ClusterDetail = ClusterView.extend({
  evidence: z.array(ClusterEvidence),
  /** Public entries that may answer it already. */
  alike: z.array(z.object({ number: z.number().int(), question: z.string() })),
});
export type ClusterDetail = z.infer<typeof ClusterDetail>;

const read = { kind: 'questionCluster', action: 'read' } as const;
const decide = { kind: 'questionCluster', action: 'decide' } as const;

export const clusterRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/knowledge/clusters',
    summary: '高频问题（同类提问归并）',
    access: read,
    query: z.object({
      ...pageQuery,
      state: z.enum(CLUSTER_STATE_CODES).default('open'),
      /** `all`: those too that were asked more rarely than the trigger. */
      least: z.enum(['frequent', 'all']).default('frequent'),
    }),
    response: pageOf(ClusterView).extend({ trigger: z.number().int() }),
  },
  get: {
    method: 'GET',
    url: '/api/knowledge/clusters/:id',
    summary: '一组同类提问和依据',
    access: read,
    params: idParams,
    response: ClusterDetail,
  },
  dismiss: {
    method: 'POST',
    url: '/api/knowledge/clusters/:id/dismiss',
    summary: '不列入常见问题，说明理由',
    access: decide,
    params: idParams,
    body: z.object({ version, reason: z.string().trim().min(4, '请写明理由，至少4个字').max(300) }),
    response: ClusterView,
  },
  link: {
    method: 'POST',
    url: '/api/knowledge/clusters/:id/link',
    summary: '已有条目可以回答',
    access: decide,
    params: idParams,
    body: z.object({ version, number: z.number({ error: '请选择条目' }).int().positive() }),
    response: ClusterView,
  },
});

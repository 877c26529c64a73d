import { z } from 'zod';
import { id, idParams, instant, pageOf, pageQuery, routes } from '../../../kernel/route.contract.ts';
import { DELIVERY_STATES, DIFFERENCE_KINDS, FILING_EVENTS } from '../filing/filing-words.ts';

export const DeliveryView = z.object({
  id,
  peer: z.string(),
  publicationId: id,
  /** Null: erased, or not for the eyes of the person who asks. */
  title: z.string().nullable(),
  number: z.number().int().nullable(),
  unit: z.string(),
  ordinal: z.number().int(),
  event: z.enum(FILING_EVENTS),
  state: z.enum(DELIVERY_STATES),
  reasons: z.array(z.string()),
  receiptNumber: z.string().nullable(),
  attempts: z.number().int(),
  nextAttemptAt: instant.nullable(),
  lastError: z.string().nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
  /** Without receipt for longer than the peer's limit (IX-C1). */
  late: z.boolean(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

export const DeliveryQuery = z.object({
  ...pageQuery,
  peerId: id.optional(),
  state: z.enum([...DELIVERY_STATES, 'late']).optional(),
  event: z.enum(FILING_EVENTS).optional(),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** Of one peer with which this installation files. */
export const PeerFigures = z.object({
  peerId: id,
  peer: z.string(),
  /** Publications with a determination (DOC-C1). */
  registered: z.number().int(),
  receipted: z.number().int(),
  waiting: z.number().int(),
  refused: z.number().int(),
  late: z.number().int(),
  /** Share of documents taken without being refused first, 0..1 (DOC-C4); null before the first receipt. */
  takenAtFirst: z.number().nullable(),
  /** Seconds from the change to the receipt, half of all took no longer (DOC-C3); null before the first. */
  medianSeconds: z.number().nullable(),
  lastReceiptAt: instant.nullable(),
  failures: z.number().int(),
  lastError: z.string().nullable(),
  /** Receipts by month of the last twelve, `2026-03`. */
  months: z.array(z.object({ month: z.string(), receipted: z.number().int(), refused: z.number().int() })),
});
export type PeerFigures = z.infer<typeof PeerFigures>;
export const Overview = z.object({ items: z.array(PeerFigures), mayPush: z.boolean() });
export type Overview = z.infer<typeof Overview>;

/** What came from others. */
export const FilingView = z.object({
  id,
  peer: z.string(),
  peerCode: z.string(),
  title: z.string().nullable(),
  unit: z.string().nullable(),
  number: z.number().int().nullable(),
  event: z.enum(FILING_EVENTS),
  outcome: z.enum(['receipted', 'refused']),
  reasons: z.array(z.string()),
  receiptNumber: z.string().nullable(),
  at: instant,
});
export type FilingView = z.infer<typeof FilingView>;
export const FilingQuery = z.object({
  ...pageQuery,
  peerId: id.optional(),
  outcome: z.enum(['receipted', 'refused']).optional(),
});
export type FilingQuery = z.infer<typeof FilingQuery>;

export const ReconciliationFigures = z.object({
  registered: z.number().int(),
  published: z.number().int(),
  filed: z.number().int(),
  receipted: z.number().int(),
  received: z.number().int(),
  differences: z.number().int(),
});
export type ReconciliationFigures = z.infer<typeof ReconciliationFigures>;

export const ReconciliationView = z.object({
  id,
  peerId: id,
  peer: z.string(),
  month: z.string(),
  at: instant,
  by: z.string(),
  figures: ReconciliationFigures,
  /** Why the other side's list could not be had; the rest then stands alone. */
  failure: z.string().nullable(),
});
export type ReconciliationView = z.infer<typeof ReconciliationView>;

export const DifferenceView = z.object({
  position: z.number().int(),
  kind: z.enum(DIFFERENCE_KINDS),
  publicationId: id,
  title: z.string().nullable(),
  unit: z.string().nullable(),
  detail: z.string(),
  refiledAt: instant.nullable(),
});
export type DifferenceView = z.infer<typeof DifferenceView>;

const readDeliveries = { kind: 'delivery', action: 'read' } as const;
const push = { kind: 'delivery', action: 'push' } as const;
const readReconciliations = { kind: 'reconciliation', action: 'read' } as const;
const run = { kind: 'reconciliation', action: 'run' } as const;

export const exchangeRoutes = routes({
  overview: {
    method: 'GET',
    url: '/api/exchange/overview',
    summary: '报送概况',
    access: readDeliveries,
    response: Overview,
  },
  deliveries: {
    method: 'GET',
    url: '/api/exchange/deliveries',
    summary: '报送清单',
    access: readDeliveries,
    query: DeliveryQuery,
    response: pageOf(DeliveryView),
  },
  push: {
    method: 'POST',
    url: '/api/exchange/push',
    summary: '立即报送',
    access: push,
    body: z.object({ peerId: id.optional() }),
    response: z.object({ due: z.number().int() }),
  },
  retry: {
    method: 'POST',
    url: '/api/exchange/deliveries/:id/retry',
    summary: '重新报送一份',
    access: push,
    params: idParams,
    response: z.object({ due: z.number().int() }),
  },
  filings: {
    method: 'GET',
    url: '/api/exchange/filings',
    summary: '收到的报送',
    access: { kind: 'filing', action: 'read' },
    query: FilingQuery,
    response: pageOf(FilingView),
  },
  reconciliations: {
    method: 'GET',
    url: '/api/exchange/reconciliations',
    summary: '对账记录',
    access: readReconciliations,
    response: z.object({ items: z.array(ReconciliationView), mayRun: z.boolean() }),
  },
  reconcile: {
    method: 'POST',
    url: '/api/exchange/reconciliations',
    summary: '立即对账',
    access: run,
    body: z.object({ peerId: id }),
    response: ReconciliationView,
  },
  differences: {
    method: 'GET',
    url: '/api/exchange/reconciliations/:id/differences',
    summary: '对账差异',
    access: readReconciliations,
    params: idParams,
    query: z.object({ ...pageQuery, kind: z.enum(DIFFERENCE_KINDS).optional() }),
    response: pageOf(DifferenceView),
  },
  differencesFile: {
    method: 'GET',
    url: '/api/exchange/reconciliations/:id/differences.csv',
    summary: '下载对账差异',
    access: readReconciliations,
    params: idParams,
  },
  refile: {
    method: 'POST',
    url: '/api/exchange/reconciliations/:id/refile',
    summary: '就差异重新报送',
    access: run,
    params: idParams,
    body: z.object({ position: z.number().int().min(0).optional() }),
    response: z.object({ refiled: z.number().int() }),
  },
});

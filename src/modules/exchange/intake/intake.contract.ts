import { z } from 'zod';
import { BearerKeyView } from '../../../kernel/bearer-key.contract.ts';
import { id, instant, pageOf, pageQuery, routes, UnitRef } from '../../../kernel/route.contract.ts';

export const INTAKE_STATES = [
  'draft',
  'inReview',
  'approved',
  'scheduled',
  'public',
  'withdrawn',
  'removed',
  'merged',
  'discarded',
] as const;
const OPEN = ['draft', 'inReview', 'approved', 'scheduled'] as const;

/** What an office system is told of its document. */
export const IntakeState = z.object({
  /** Of the entry in the register. */
  id,
  sourceId: z.string(),
  title: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  state: z.enum(INTAKE_STATES),
  stateText: z.string(),
  /** State of a new version, while the older one is public. */
  revision: z.enum(OPEN).nullable(),
  /** 主动公开, 依申请公开, 不予公开; null: not determined yet. */
  attribute: z.string().nullable(),
  /** Public address; null until it is public. */
  address: z.string().nullable(),
  /** What must still be supplied or put right, Chinese sentences. */
  missing: z.array(z.string()),
  /** What was put right or left out on the way in, for somebody to look at. */
  doubts: z.array(z.string()),
  receivedAt: instant,
});
export type IntakeState = z.infer<typeof IntakeState>;

const access = { kind: 'intake', action: 'deliver' } as const;

/** For office systems; the key is the right. */
export const intakeRoutes = routes({
  /** Multipart: `metadata` (JSON), `text` (one file), `attachments` (files); or JSON alone. 201 for a new document, else 200. */
  deliver: {
    method: 'POST',
    url: '/intake/v1/documents',
    summary: '报送公文（来文系统用，凭密钥）：登记并生成草稿',
    access,
    upload: true,
    response: IntakeState,
  },
  state: {
    method: 'GET',
    url: '/intake/v1/documents/:sourceId',
    summary: '查询公文办理状态（来文系统用，凭密钥）',
    access,
    params: z.object({ sourceId: z.string().max(100) }),
    response: IntakeState,
  },
});

export const IntakeSource = z.object({
  id,
  way: z.enum(['interface', 'folder']),
  name: z.string(),
  units: z.array(UnitRef),
  createdBy: z.string(),
  createdAt: instant,
  keys: z.array(BearerKeyView),
});
export type IntakeSource = z.infer<typeof IntakeSource>;

export const IntakeSourceInput = z.object({
  name: z.string().trim().min(2, '请填写来文系统名称').max(60).meta({ title: '来文系统名称' }),
  unitIds: z.array(id).min(1, '请选择可以报送的单位').max(200).meta({ title: '单位' }),
});
export type IntakeSourceInput = z.infer<typeof IntakeSourceInput>;

/** The only answer that ever holds a key. */
export const NewIntakeKey = z.object({ source: IntakeSource, key: z.string() });
export type NewIntakeKey = z.infer<typeof NewIntakeKey>;

export const INTAKE_OUTCOMES = ['registered', 'renewed', 'refused'] as const;
export const IntakeEntry = z.object({
  id,
  at: instant,
  source: z.object({ name: z.string(), way: z.enum(['interface', 'folder']) }),
  unit: UnitRef.nullable(),
  externalId: z.string().nullable(),
  title: z.string().nullable(),
  signer: z.string().nullable(),
  proposal: z.string().nullable(),
  fileNames: z.array(z.string()),
  outcome: z.enum(INTAKE_OUTCOMES),
  /** Faults when it was refused, else doubts. */
  notes: z.array(z.string()),
  publicationId: id.nullable(),
  /** Where the document stands now; null when it was refused. */
  stateText: z.string().nullable(),
});
export type IntakeEntry = z.infer<typeof IntakeEntry>;

export const IntakeLogQuery = z.object({ ...pageQuery, outcome: z.enum(INTAKE_OUTCOMES).optional() });
export type IntakeLogQuery = z.infer<typeof IntakeLogQuery>;

export const IntakeFolder = z.object({
  /** Where on this server. */
  path: z.string(),
  /** Folders that are there: of units, and those whose name is no unit's. */
  folders: z.array(
    z.object({ name: z.string(), unit: UnitRef.nullable(), waiting: z.number().int(), failed: z.number().int() }),
  ),
});
export type IntakeFolder = z.infer<typeof IntakeFolder>;

const reading = { kind: 'intake', action: 'read' } as const;
const managing = { kind: 'intake', action: 'manage' } as const;
const BASE = '/api/exchange/intake';

/** Page 公文接入. */
export const intakeOfficeRoutes = routes({
  sources: {
    method: 'GET',
    url: `${BASE}/sources`,
    summary: '来文系统和密钥（不含密钥本身）',
    access: reading,
    response: z.object({ items: z.array(IntakeSource) }),
  },
  createSource: {
    method: 'POST',
    url: `${BASE}/sources`,
    summary: '登记来文系统并生成密钥（只显示一次）',
    access: managing,
    body: IntakeSourceInput,
    response: NewIntakeKey,
  },
  issueKey: {
    method: 'POST',
    url: `${BASE}/sources/:id/keys`,
    summary: '再生成一个密钥，用于更换（只显示一次）',
    access: managing,
    params: z.object({ id }),
    response: NewIntakeKey,
  },
  revokeKey: {
    method: 'POST',
    url: `${BASE}/keys/:id/revoke`,
    summary: '停用密钥',
    access: managing,
    params: z.object({ id }),
    response: z.object({}),
  },
  log: {
    method: 'GET',
    url: `${BASE}/deliveries`,
    summary: '来文记录',
    access: reading,
    query: IntakeLogQuery,
    response: pageOf(IntakeEntry),
  },
  folder: { method: 'GET', url: `${BASE}/folder`, summary: '接入文件夹', access: reading, response: IntakeFolder },
});

import { z } from 'zod';
import { BearerKeyView } from '../../../kernel/bearer-key.contract.ts';
import { day, id, instant, routes } from '../../../kernel/route.contract.ts';
import { ApplicantInput } from '../case-senders.contract.ts';
import { CASE_CHANNELS, CASE_STATES } from '../case-words.ts';

/** A case as another system hands it over; its number and its dates stand. */
export const ImportedCase = z.object({
  /** The other system's own number; the same number again is the same case. */
  externalNumber: z.string().trim().min(1, '缺少来件编号').max(60),
  kind: z.string().max(40),
  title: z.string().trim().max(100).nullish(),
  text: z.string().trim().max(10_000),
  receivedOn: day,
  /** By when the other system wants it done; absent: by our own rules. */
  dueOn: day.nullish(),
  /** Code, name or alias; absent: the supervising office routes it. */
  unit: z.string().trim().max(60).nullish(),
  fields: z.record(z.string().max(40), z.string().max(4000)).default({}),
  applicant: ApplicantInput.nullish(),
});
export type ImportedCase = z.input<typeof ImportedCase>;

/** What the other system is told, so that it can answer its own sender. */
export const ImportedState = z.object({
  externalNumber: z.string(),
  number: z.string(),
  state: z.enum(CASE_STATES),
  stateText: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  receivedOn: day,
  dueOn: day.nullable(),
  answeredOn: day.nullable(),
  replies: z.array(z.object({ text: z.string(), sentAt: instant })),
  rejection: z.string().nullable(),
});
export type ImportedState = z.infer<typeof ImportedState>;

export const CaseSource = z.object({
  id,
  name: z.string(),
  channel: z.enum(CASE_CHANNELS),
  createdBy: z.string(),
  createdAt: instant,
  keys: z.array(BearerKeyView),
});
export type CaseSource = z.infer<typeof CaseSource>;
export const CaseSourceInput = z.object({
  name: z.string().trim().min(2, '请填写来件系统名称').max(60),
  channel: z.enum(CASE_CHANNELS),
});
export type CaseSourceInput = z.infer<typeof CaseSourceInput>;
/** The only answer that ever holds a key. */
export const NewCaseKey = z.object({ source: CaseSource, key: z.string() });
export type NewCaseKey = z.infer<typeof NewCaseKey>;

/** What a table would bring, or has brought. */
export const TableResult = z.object({
  rows: z.number().int(),
  /** Brought in; in a dry run, to be brought in. */
  taken: z.number().int(),
  /** Here already, by their number. */
  known: z.number().int(),
  faults: z.array(z.object({ row: z.number().int(), number: z.string(), messages: z.array(z.string()) })),
});
export type TableResult = z.infer<typeof TableResult>;

const deliver = { kind: 'caseSource', action: 'deliver' } as const;
const read = { kind: 'caseSource', action: 'read' } as const;
const manage = { kind: 'caseSource', action: 'manage' } as const;

/** For other systems; the key is the right. */
export const caseIntakeRoutes = routes({
  deliver: {
    method: 'POST',
    url: '/cases/v1/cases',
    summary: '转来一件（来件系统用，凭密钥）：保留原编号和办理期限',
    access: deliver,
    body: ImportedCase,
    response: ImportedState,
  },
  state: {
    method: 'GET',
    url: '/cases/v1/cases/:number',
    summary: '查询办理状态和答复（来件系统用，凭密钥）',
    access: deliver,
    params: z.object({ number: z.string().max(60) }),
    response: ImportedState,
  },
});

const tableParams = z.object({ id });
const BASE = '/api/case-sources';
/** Page 来件导入. */
export const caseImportRoutes = routes({
  sources: {
    method: 'GET',
    url: BASE,
    summary: '来件系统和密钥（不含密钥本身）',
    access: read,
    response: z.array(CaseSource),
  },
  create: {
    method: 'POST',
    url: BASE,
    summary: '登记来件系统并生成密钥（只显示一次）',
    access: manage,
    body: CaseSourceInput,
    response: NewCaseKey,
  },
  issueKey: {
    method: 'POST',
    url: `${BASE}/:id/keys`,
    summary: '再生成一个密钥，用于更换（只显示一次）',
    access: manage,
    params: tableParams,
    response: NewCaseKey,
  },
  revokeKey: {
    method: 'POST',
    url: '/api/case-source-keys/:id/revoke',
    summary: '停用密钥',
    access: manage,
    params: tableParams,
    response: z.object({}),
  },
  tryTable: {
    method: 'POST',
    url: `${BASE}/:id/table-trial`,
    summary: '试导入一张表（不写入）',
    access: manage,
    params: tableParams,
    upload: true,
    response: TableResult,
  },
  importTable: {
    method: 'POST',
    url: `${BASE}/:id/table`,
    summary: '导入一张表；有误的行不导入',
    access: manage,
    params: tableParams,
    upload: true,
    response: TableResult,
  },
  /** CSV of the rows that were not taken, each with its reasons, to be mended and brought again. */
  tableFaults: {
    method: 'POST',
    url: `${BASE}/:id/table-faults`,
    summary: '试导入并下载有误的行',
    access: manage,
    params: tableParams,
    upload: true,
  },
});

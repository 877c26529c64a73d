import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../kernel/app-error.ts';

/** In CIDR form, separated by commas. */
function networks() {
  return z
    .string()
    .regex(/^[0-9A-Fa-f.:]+\/\d{1,3}(,[0-9A-Fa-f.:]+\/\d{1,3})*$/)
    .optional();
}

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MINGCHUANG_DATA: z.string().default('data'),
  MINGCHUANG_ORIGIN: z.url().optional(),
  MINGCHUANG_OWN_HOSTS: z.string().default(''),
  MINGCHUANG_SECRET_FILE: z.string().optional(),
  MINGCHUANG_S3: z.url().optional(),
  MINGCHUANG_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
  MINGCHUANG_MAIL_FROM: z.string().default('明窗 <mingchuang@localhost>'),
  MINGCHUANG_OIDC_ISSUER: z.url().optional(),
  MINGCHUANG_OIDC_CLIENT_ID: z.string().optional(),
  MINGCHUANG_OIDC_CLIENT_SECRET: z.string().optional(),
  MINGCHUANG_OIDC_LABEL: z.string().default('使用统一身份认证登录'),
  MINGCHUANG_PASSWORD_MAX_DAYS: z.coerce.number().int().min(0).default(90),
  MINGCHUANG_TRUST_PROXY: z.string().optional(),
  MINGCHUANG_CHECK_NETWORKS: networks(),
  MINGCHUANG_EXCHANGE_NETWORKS: networks(),
  MINGCHUANG_LOG_FOLDER: z.string().optional(),
  MINGCHUANG_INTAKE_FOLDER: z.string().optional(),
  MINGCHUANG_WITNESSES: z.string().default(''),
  MINGCHUANG_WITNESSED_LOGS: z.string().default(''),
  MINGCHUANG_ANSWER_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  MINGCHUANG_ANSWER_MODEL_NAME: z.string().optional(),
  MINGCHUANG_ANSWER_MODEL_KEY: z.string().optional(),
  MINGCHUANG_ANSWER_MODEL_SECONDS: z.coerce.number().int().min(1).max(60).default(8),
  MINGCHUANG_RATE_LIMIT: z.coerce.number().int().min(10).default(6000),
  MINGCHUANG_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded database in `dataFolder` is used. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the folder that holds the embedded database, local files and generated secrets. */
  readonly dataFolder: string;
  /** Public address, for links in mails and calendars; absent: http://host:port. */
  readonly origin: string | undefined;
  /** Hosts of our other sites, whose errors are reported here too; each stands for its subdomains as well. */
  readonly ownHosts: readonly string[];
  readonly secretFile: string | undefined;
  /** s3://bucket?endpoint=…&region=…; absent: files lie in the data folder. */
  readonly s3: string | undefined;
  readonly smtp: string | undefined;
  readonly mailFrom: string;
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly label: string }
    | undefined;
  /** A password older than this must be changed; 0: never. */
  readonly passwordMaxDays: number;
  /** Addresses or hop count of trusted reverse proxies; absent: the connection's own address counts. */
  readonly trustProxy: string | undefined;
  /** Networks (CIDR) that links given as evidence may point to besides public addresses, for example a government intranet. */
  readonly checkNetworks: readonly string[];
  /** Networks (CIDR) in which another installation is called though such addresses are refused: link-local and the like. */
  readonly exchangeNetworks: readonly string[];
  /** Absolute path of the folder with the public log's key and last checkpoint; must not be restored together with the database. */
  readonly logFolder: string;
  /** Absolute path of the folder into which office systems lay documents, a folder for each unit by its code. */
  readonly intakeFolder: string;
  /** Who is asked to cosign the public log: `url vkey` each. */
  readonly witnesses: readonly string[];
  /** Vkeys of other logs that this installation cosigns. */
  readonly witnessedLogs: readonly string[];
  /** A model that writes answers of public passages; absent: passages alone are shown. */
  readonly answerModel: AnswerModelConfig | undefined;
  /** Requests per minute and connection address, per process. */
  readonly rateLimit: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Speaks the protocol of `POST <url>/chat/completions`. */
export interface AnswerModelConfig {
  readonly url: string;
  readonly name: string;
  readonly key: string | undefined;
  readonly timeoutMs: number;
}

/** @throws AppError `config-invalid` naming every variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}（${issue.message}）`).join('、');
    throw new AppError('config-invalid', 500, `环境变量设置有误：${names}。请改正后重新启动。`);
  }
  const e = parsed.data;
  const oidc =
    e.MINGCHUANG_OIDC_ISSUER && e.MINGCHUANG_OIDC_CLIENT_ID && e.MINGCHUANG_OIDC_CLIENT_SECRET
      ? {
          issuer: e.MINGCHUANG_OIDC_ISSUER,
          clientId: e.MINGCHUANG_OIDC_CLIENT_ID,
          clientSecret: e.MINGCHUANG_OIDC_CLIENT_SECRET,
          label: e.MINGCHUANG_OIDC_LABEL,
        }
      : undefined;
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    dataFolder: resolve(e.MINGCHUANG_DATA),
    origin: e.MINGCHUANG_ORIGIN,
    ownHosts: listOf(e.MINGCHUANG_OWN_HOSTS),
    secretFile: e.MINGCHUANG_SECRET_FILE,
    s3: e.MINGCHUANG_S3,
    smtp: e.MINGCHUANG_SMTP,
    mailFrom: e.MINGCHUANG_MAIL_FROM,
    oidc,
    passwordMaxDays: e.MINGCHUANG_PASSWORD_MAX_DAYS,
    trustProxy: e.MINGCHUANG_TRUST_PROXY,
    checkNetworks: e.MINGCHUANG_CHECK_NETWORKS?.split(',') ?? [],
    exchangeNetworks: e.MINGCHUANG_EXCHANGE_NETWORKS?.split(',') ?? [],
    logFolder: resolve(e.MINGCHUANG_LOG_FOLDER ?? join(e.MINGCHUANG_DATA, 'transparency')),
    intakeFolder: resolve(e.MINGCHUANG_INTAKE_FOLDER ?? join(e.MINGCHUANG_DATA, 'intake')),
    witnesses: listOf(e.MINGCHUANG_WITNESSES),
    witnessedLogs: listOf(e.MINGCHUANG_WITNESSED_LOGS),
    answerModel:
      e.MINGCHUANG_ANSWER_MODEL_URL && e.MINGCHUANG_ANSWER_MODEL_NAME
        ? {
            url: e.MINGCHUANG_ANSWER_MODEL_URL.replace(/\/$/, ''),
            name: e.MINGCHUANG_ANSWER_MODEL_NAME,
            key: e.MINGCHUANG_ANSWER_MODEL_KEY,
            timeoutMs: e.MINGCHUANG_ANSWER_MODEL_SECONDS * 1000,
          }
        : undefined,
    rateLimit: e.MINGCHUANG_RATE_LIMIT,
    logLevel: e.MINGCHUANG_LOG_LEVEL,
  };
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

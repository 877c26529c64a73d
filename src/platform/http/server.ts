import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyMultipart from '@fastify/multipart';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyRequest, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { type Actor, couldEver, refusal } from '../../kernel/permissions.ts';
import { Refusals } from '../audit/refusals.ts';
import { ReadinessProbe } from '../db/readiness.ts';
import { jobRoutes } from '../jobs/jobs.api.ts';
import { listRuns } from '../jobs/runs.store.ts';
import type { Platform } from '../platform.ts';
import { closeAsAnswered } from './closing.ts';
import { checkCsrf } from './csrf.ts';
import { answerErrors } from './errors.ts';
import { addEtags } from './etag.ts';
import { answerFromMemory } from './from-memory/answer-from-memory.ts';
import type { ErrorPage, HttpServer } from './http-server.ts';
import { addMachineRoutes } from './machine-routes.ts';
import { addRateLimits } from './rate-limits.ts';
import { readableAddress } from './readable-address.ts';
import { requestId, writeRequestLog } from './request-log.ts';
import { collectRoutes, type RegisteredRoute } from './routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-request.ts';
import { speakChinese } from './validation.ts';
import { demandWholeText } from './whole-text.ts';

export type { HttpServer } from './http-server.ts';
export type { RegisteredRoute } from './routes.ts';

export interface ServerOptions {
  readonly platform: Pick<Platform, 'config' | 'log' | 'database' | 'changes' | 'secrets' | 'clock'>;
  /** Finds who asks, from the session cookie. */
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
  readonly errorPage?: ErrorPage;
  /** What an operator must look at though work goes on; shown by /readyz. */
  readonly warnings?: () => Promise<readonly string[]>;
}

const MEGABYTE = 1_048_576;
const LONGEST_ADDRESS = 65_536;

/** Bare server with gates; the modules add their routes. `routes` lists every route for the authorisation matrix. */
export async function createServer(
  options: ServerOptions,
): Promise<{ app: HttpServer; routes: readonly RegisteredRoute[] }> {
  const { config, database } = options.platform;
  speakChinese();
  const app = bareServer(options.platform);
  const routes = collectRoutes(app);
  writeRequestLog(app);
  closeAsAnswered(app);
  addEtags(app);
  answerErrors(app, options.errorPage, new Refusals(options.platform));

  await addSecurityHeaders(app, config.origin?.startsWith('https:') ?? false);
  await addRateLimits(app, config.rateLimit);
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody, { bodyLimit: MEGABYTE });
  // The route that takes a file says how large it may be; see uploads.ts.
  await app.register(fastifyMultipart, { limits: { fields: 50, fieldSize: MEGABYTE, fileSize: Infinity, files: 20 } });
  await app.register(fastifyCompress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: '明窗 Mingchuang', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  });
  addGates(app, options);
  answerFromMemory(app);
  const probe = new ReadinessProbe(database, config.dataFolder);
  addMachineRoutes(app, () => probe.ask(), options.warnings);
  jobRoutes(app, () => listRuns(database.kysely));
  return { app, routes };
}

function bareServer({ config, log }: ServerOptions['platform']): HttpServer {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    requestIdHeader: false,
    trustProxy: trustedProxies(config.trustProxy),
    bodyLimit: MEGABYTE,
    clientErrorHandler: answerUnreadable,
    rewriteUrl: (request) => readableAddress(request.url ?? '/'),
    // A longer one is answered by the router itself, in English; headers are shorter than this, and schemas say what is too long.
    routerOptions: { maxParamLength: LONGEST_ADDRESS },
    forceCloseConnections: 'idle',
    // Longer than a slow upload on a poor line, shorter than for ever.
    requestTimeout: 300_000,
    connectionTimeout: 0,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  return app as unknown as HttpServer;
}

function addGates(app: HttpServer, { platform, identify }: ServerOptions): void {
  app.addHook('onRequest', async (request) => {
    request.actor = request.routeOptions.config.anonymous ? { type: 'visitor' } : await identify(request);
  });
  // After the body is read: a portal form carries its token there.
  app.addHook('preValidation', async (request) => {
    checkCsrf(request, platform.secrets, platform.config.origin);
    demandWholeText({ ...(request.query as object) });
    // Forms of the portal are cleaned of such signs where they are taken: people lose no word over them.
    if (!isForm(request)) demandWholeText(request.body);
    const { access } = request.routeOptions.config;
    if (access && !couldEver(request.actor, access.action, access.kind)) throw refusal(request.actor);
  });
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

/** "1" hops, or addresses and networks separated by commas. */
function trustedProxies(setting: string | undefined): false | string[] | ((address: string, hop: number) => boolean) {
  if (setting === undefined) return false;
  if (/^\d+$/.test(setting)) return (_address, hop) => hop < Number(setting);
  return setting.split(',').map((part) => part.trim());
}

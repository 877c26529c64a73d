import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../../kernel/app-error.ts';
import type { Route } from '../../../kernel/route.contract.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { askedByKey } from '../../../platform/http/asked-by-key.ts';
import { serveRoute } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import { caseImportRoutes as office, caseIntakeRoutes as outside } from './importing.contract.ts';
import type { CaseImportingService } from './importing.service.ts';
import type { CaseSourcesService } from './sources.service.ts';
import type { TableImportService } from './table-import.service.ts';

const TABLE_BYTES = 20 * 1_048_576;

export interface ImportingServices {
  readonly sources: CaseSourcesService;
  readonly importing: CaseImportingService;
  readonly tables: TableImportService;
}

/** What other systems call, known by their key alone; and the page on which the office keeps them. */
export function serveCaseImporting(app: HttpServer, services: ImportingServices, files: FileStore): void {
  serveOutside(app, services);
  serveSources(app, services);
  serveTables(app, services, files);
}

function serveOutside(app: HttpServer, { sources, importing }: ImportingServices): void {
  const source = (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    return askedByKey(request, reply, (authorization) => sources.authenticate(authorization));
  };
  serve(app, outside.deliver, async ({ request, reply, body }) => {
    const { state, isNew } = await importing.deliver(await source(request, reply), body);
    reply.code(isNew ? 201 : 200);
    return state;
  });
  serve(app, outside.state, async ({ request, reply, params }) =>
    importing.state(await source(request, reply), params.number),
  );
}

function serveSources(app: HttpServer, { sources }: ImportingServices): void {
  serve(app, office.sources, ({ actor }) => sources.list(actor));
  serve(app, office.create, ({ actor, body, reply }) => {
    reply.header('cache-control', 'no-store');
    return sources.create(actor, body);
  });
  serve(app, office.issueKey, ({ actor, params, reply }) => {
    reply.header('cache-control', 'no-store');
    return sources.issueKey(actor, params.id);
  });
  serve(app, office.revokeKey, async ({ actor, params }) => {
    await sources.revokeKey(actor, params.id);
    return {};
  });
}

function serveTables(app: HttpServer, { sources, tables }: ImportingServices, files: FileStore): void {
  const table = async (request: FastifyRequest) => {
    const { files: uploads } = await receiveUploads(request, files, { maxBytes: TABLE_BYTES, maxFiles: 1 });
    const [file] = uploads;
    if (!file) throw new AppError('upload-expected', 415, '请选择要导入的表。');
    return { file: { size: file.size, stream: await files.read(file.hash) }, name: file.name };
  };
  serve(app, office.tryTable, async ({ actor, params, request }) => {
    const source = await sources.get(actor, params.id);
    const { file, name } = await table(request);
    return tables.try(source, file, name);
  });
  serve(app, office.importTable, async ({ actor, params, request }) => {
    const source = await sources.get(actor, params.id);
    const { file, name } = await table(request);
    return tables.bring(source, file, name);
  });
  serve(app, office.tableFaults, async ({ actor, params, request, reply }) => {
    const source = await sources.get(actor, params.id);
    const { file, name } = await table(request);
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="faults.csv"');
    return tables.faults(source, file, name);
  });
}

function serve<R extends Route>(app: HttpServer, route: R, answer: Parameters<typeof serveRoute<R>>[3]): void {
  serveRoute(app, '来件', route, answer);
}

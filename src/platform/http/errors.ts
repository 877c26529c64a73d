import type { FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import type { Refusals } from '../audit/refusals.ts';
import type { ErrorPage, HttpServer } from './http-server.ts';
import { expected, type Problem, problemOf } from './problem.ts';
import { type ValidationIssue, validationReasons } from './validation.ts';

/** Long enough that a crowd thins out, short enough that a person waits. */
const RETRY_SECONDS = 5;

interface InvalidInput {
  readonly validation?: readonly ValidationIssue[];
  readonly validationContext?: 'body' | 'querystring' | 'params' | 'headers';
}

/** One handler makes a page or problem+json of whatever is thrown, and files refusals in the audit log. */
export function answerErrors(app: HttpServer, errorPage: ErrorPage | undefined, refusals: Refusals): void {
  app.setNotFoundHandler(() => {
    throw Object.assign(new Error('no such route'), { statusCode: 404 });
  });
  app.setErrorHandler(async (error, request, reply) => {
    const shown = invalidInput(error as InvalidInput, request) ?? expected(error);
    if (shown.status >= 500) request.log.error({ err: error }, 'request failed');
    if (shown.code === 'forbidden') await refusals.record(request);
    const problem = problemOf(shown, request.id);
    reply.code(problem.status);
    const wait = retryAfter(shown);
    if (wait !== undefined) reply.header('retry-after', wait);
    const page = wantsPage(request) ? renderPage(problem, request, errorPage) : undefined;
    if (page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
    return reply.type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem);
  });
}

/** Seconds: as the error says, else for what passes by itself (503) a moment. */
function retryAfter({ status, details }: AppError): number | undefined {
  if (typeof details.retryAfterSeconds === 'number') return details.retryAfterSeconds;
  return status === 503 ? RETRY_SECONDS : undefined;
}

function invalidInput(error: InvalidInput, request: FastifyRequest): AppError | undefined {
  if (!error.validation || error.validationContext === undefined) return undefined;
  const schema = request.routeOptions.schema?.[error.validationContext];
  return new AppError('input-invalid', 400, '有内容没有填写正确，请按提示修改后再提交。', {
    reasons: validationReasons(error.validation, schema),
  });
}

function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html') && !request.url.startsWith('/api/');
}

/** The page of an error must not fail with an error of its own. */
function renderPage(problem: Problem, request: FastifyRequest, errorPage: ErrorPage | undefined): string | undefined {
  try {
    return errorPage?.(problem, request);
  } catch (error) {
    request.log.error({ err: error }, 'error page failed');
    return undefined;
  }
}

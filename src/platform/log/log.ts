import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/**
 * Structured log, one JSON object per line. It holds no personal data: no addresses with queries, no bodies, no headers, no people's
 * names, and of database errors only what names tables and rules, never the values.
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      err: loggedError,
      error: loggedError,
      req: () => undefined,
      res: () => undefined,
      // The multipart parser tells its options at level trace, the request's headers with cookie and keys among them.
      busboyOptions: () => undefined,
    },
    redact: {
      paths: ['password', 'token', 'secret', 'authorization', 'cookie', 'email', 'phone', 'name', 'text'].flatMap(
        (key) => [key, `*.${key}`],
      ),
      censor: '[hidden]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: unknown;
  readonly severity?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly routine?: string;
}

export function loggedError(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { message: typeof error };
  const {
    name,
    message = '',
    code,
    stack,
    cause,
    severity,
    schema,
    table,
    column,
    constraint,
    routine,
  } = error as Thrown;
  const fromDatabase = severity !== undefined;
  return {
    type: name,
    code,
    // "invalid input syntax for type date: …" repeats what somebody typed.
    message: fromDatabase ? withoutValues(message) : message,
    ...(fromDatabase ? { schema, table, column, constraint, routine } : {}),
    stack: stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')),
    ...(cause === undefined ? {} : { cause: loggedError(cause) }),
  };
}

function withoutValues(message: string): string {
  return message.replace(/:\s*".*$/s, ': …');
}

import type { z } from 'zod';
import { z as zod } from 'zod';
import { isLocalDate, type LocalDate } from './local-date.ts';

/** One route of a module: registered from its table by the server, called from it by the workbench. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly summary: string;
  readonly access: { readonly kind: string; readonly action: string };
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Absent: a stream of bytes (download) or a multipart upload's answer is described by `response` alone. */
  readonly response?: z.ZodType;
  /** The body is multipart/form-data with one part `file`. */
  readonly upload?: true;
}

/** Keeps the exact types of the schemas while checking the shape. */
export function routes<const T extends Readonly<Record<string, Route>>>(table: T): T {
  return table;
}

/** YYYY-MM-DD, a real day of the official calendar; described as a plain string in OpenAPI. */
export const day = zod
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期请按“年-月-日”填写，例如 2026-03-31')
  .refine(isLocalDate, '没有这一天，请核对日期') as unknown as z.ZodType<LocalDate, string>;

/** Instant in UTC, ISO 8601. */
export const instant = zod.string();
export const id = zod.uuid();
/** What an integer column holds. */
const LARGEST_INTEGER = 2_147_483_647;
/** Counts the changes of one thing from 1. What no column could hold is nobody's version and is refused as input. */
export const version = zod.number().int().min(1).max(LARGEST_INTEGER);
/** 0: there is none yet. */
export const versionOrNone = zod.number().int().min(0).max(LARGEST_INTEGER);
/** In query strings. */
export const versionInQuery = zod.coerce.number().int().min(1).max(LARGEST_INTEGER);
export const idParams = zod.object({ id });
/** Flags in query strings. */
export const flag = zod.enum(['true', 'false']);

export function pageOf<T extends z.ZodType>(item: T) {
  return zod.object({
    items: zod.array(item),
    total: zod.number().int(),
    page: zod.number().int(),
    pageSize: zod.number().int(),
  });
}

export const pageQuery = {
  page: zod.coerce.number().int().min(1).default(1),
  pageSize: zod.coerce.number().int().min(1).max(200).default(50),
};

export const UnitRef = zod.object({ id, code: zod.string(), name: zod.string(), shortName: zod.string() });
export type UnitRef = z.infer<typeof UnitRef>;
export const PersonRef = zod.object({ id, name: zod.string() });
export type PersonRef = z.infer<typeof PersonRef>;

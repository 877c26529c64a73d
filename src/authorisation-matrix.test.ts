import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from './app.ts';
import { openTestDistrict, type TestDistrict } from './district.fixtures.ts';
import {
  type PermissionColumn,
  type PermissionLine,
  permissionDocument,
  permissionLines,
  readPermissionDocument,
} from './kernel/permission-document.ts';
import { PERMISSION_TABLE, type PermissionRow } from './kernel/permission-table.ts';
import { ROLES } from './kernel/roles.ts';
import { addPerson } from './modules/organisations/organisations.fixtures.ts';
import type { RegisteredRoute } from './platform/http/server.ts';

const COMMITTED = readFileSync(join(import.meta.dirname, '..', 'docs', 'permissions.md'), 'utf8');
/** No subject has this id: whoever passes the gate finds nothing and changes nothing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';
const CALLERS = ['visitor', 'noRole', ...ROLES] as const;
type Caller = (typeof CALLERS)[number];

let district: TestDistrict;
let app: App;
const people = new Map<Caller, string>();

beforeAll(async () => {
  district = await openTestDistrict();
  ({ app } = district);
  const organisations = district.modules.organisations.service;
  for (const caller of CALLERS) {
    if (caller === 'visitor') continue;
    const roles = caller === 'noRole' ? [] : [caller];
    const { person } = await addPerson(
      organisations,
      district.units.office,
      `one-${caller.toLowerCase()}`,
      '某某',
      ...roles,
    );
    people.set(caller, person.id);
  }
});
afterAll(() => district.close());

describe('the committed docs/permissions.md', () => {
  it('is the table (npm run docs:permissions writes it anew)', () => {
    expect(COMMITTED).toBe(permissionDocument(PERMISSION_TABLE));
  });

  it('reads back as it was written', () => {
    expect(readPermissionDocument(COMMITTED)).toEqual(permissionLines(PERMISSION_TABLE));
  });

  it('would differ if any single permission were removed or widened', () => {
    for (const changed of tablesWithOneChange()) {
      const isEqual = permissionDocument(changed.table) === COMMITTED;
      // A permission that another row grants as well may go without anybody gaining or losing it.
      expect(isEqual && !changed.isRedundant, changed.what).toBe(false);
    }
  });
});

describe('every route', () => {
  it('demands an action that the table knows', () => {
    const known = new Set(PERMISSION_TABLE.flatMap((row) => row.actions.map((action) => `${row.kind}.${action}`)));
    const unknown = app.routes.filter(({ access }) => !known.has(`${access.kind}.${access.action}`));
    expect(unknown.map((route) => `${route.method} ${route.url}: ${route.access.kind}.${route.access.action}`)).toEqual(
      [],
    );
  });

  it('is one of many: the whole application is looked at', () => {
    const urls = app.routes.map((route) => route.url);
    expect(urls.length).toBeGreaterThan(100);
    for (const part of ['/api/session', '/api/units', '/api/calendar', '/api/hand-overs', '/api/plans', '/workbench']) {
      expect(
        urls.some((url) => url.startsWith(part)),
        part,
      ).toBe(true);
    }
  });

  it('cannot be added without an access', async () => {
    const { createServer } = await import('./platform/http/server.ts');
    const { app: bare } = await createServer({
      platform: district.platform,
      identify: async () => ({ type: 'visitor' }),
    });
    expect(() => bare.get('/api/forgotten', () => 'open to all')).toThrow('route without access: GET /api/forgotten');
    await bare.close();
  });

  it.each(CALLERS)('answers %s as the committed table says', async (caller) => {
    const lines = readPermissionDocument(COMMITTED);
    const mismatches: string[] = [];
    for (const route of app.routes) {
      const answer = await ask(caller, route);
      const problem = judge(caller, route, answer, lines);
      if (problem) mismatches.push(`${route.method} ${route.url}: ${problem}`);
    }
    expect(mismatches).toEqual([]);
  });
});

interface Answer {
  readonly status: number;
  readonly code: string;
}

/** A request that names nothing real; each has a session of its own, for some routes end it. */
async function ask(caller: Caller, route: RegisteredRoute): Promise<Answer> {
  const personId = people.get(caller);
  const method = route.method as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  const response = await app.server.inject({
    method,
    url: addressOf(route.url),
    headers: {
      accept: 'application/json',
      ...(personId ? await district.signedIn(personId) : {}),
    },
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
  });
  const isProblem = String(response.headers['content-type']).includes('problem+json');
  return { status: response.statusCode, code: isProblem ? String(response.json().code) : '' };
}

function addressOf(url: string): string {
  return url
    .replace(/:year\b/g, '2026')
    .replace(/:(number|seq|page)\b/g, '1')
    .replace(/:\w+/g, NOBODY)
    .replaceAll('*', 'nothing-here');
}

/** @returns what is wrong, undefined when the answer is as the table says */
function judge(
  caller: Caller,
  { access }: RegisteredRoute,
  { status, code }: Answer,
  lines: readonly PermissionLine[],
): string | undefined {
  const asked = lines.filter((line) => line.kind === access.kind && line.action === access.action);
  const scopes = asked.flatMap((line) => columnsOf(caller).flatMap((column) => line.cells[column] ?? []));
  const isRefused = code === 'forbidden' || code === 'sign-in-required';
  if (scopes.length === 0) {
    const expected = caller === 'visitor' ? 401 : 403;
    return isRefused && status === expected ? undefined : `expected ${expected}, got ${status} ${code}`;
  }
  if (status >= 500 && code !== 'unavailable') return `got ${status} ${code}`;
  // Nothing is of one's own unit or concerns oneself here, so a service may still refuse those whose permission is so bound.
  if (isRefused && scopes.includes('all')) return `the table allows it, got ${status} ${code}`;
  return undefined;
}

function columnsOf(caller: Caller): readonly PermissionColumn[] {
  if (caller === 'visitor') return ['public'];
  return caller === 'noRole' ? ['public', 'signedIn'] : ['public', 'signedIn', caller];
}

/** The table with one permission of one role taken away, for every such permission. */
function* tablesWithOneChange(): Generator<{ table: readonly PermissionRow[]; what: string; isRedundant: boolean }> {
  for (const [i, row] of PERMISSION_TABLE.entries()) {
    for (const action of row.actions) {
      for (const role of row.roles) {
        const rest = PERMISSION_TABLE.filter((_, at) => at !== i);
        const kept: PermissionRow[] = [
          { ...row, actions: row.actions.filter((one) => one !== action) },
          { ...row, actions: [action], roles: row.roles.filter((one) => one !== role) },
        ];
        const elsewhere = rest.some(
          (other) =>
            other.kind === row.kind &&
            other.actions.includes(action) &&
            other.roles.includes(role) &&
            JSON.stringify(other.states) === JSON.stringify(row.states),
        );
        yield { table: [...rest, ...kept], what: `${role} may not ${action} ${row.kind}`, isRedundant: elsewhere };
      }
    }
  }
}

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../kernel/app-error.ts';
import { cleanCopy } from '../clean-copy.ts';
import { importDocument } from '../import-document.ts';
import { inspect } from '../inspect.ts';
import type { Inspection } from '../inspection.contract.ts';
import { preview } from '../preview.ts';
import { textPositions } from '../text-positions.ts';
import { ARCHIVES } from './archives.fixtures.ts';
import type { Bait, HostileCase, OtherTask } from './hostile-case.fixtures.ts';
import { officeCases } from './office-cases.fixtures.ts';
import { otherFiles } from './other-cases.fixtures.ts';
import { pdfCases } from './pdf-cases.fixtures.ts';

/** Stands in a file that hostile files try to read. */
const CANARY = 'CANARY-5b1f09';
/** By the clock: each is stopped by its processor time, and after a minute whatever the machine has to do besides. */
const LONGEST_MS = 90_000;
const CHINESE_SENTENCE = /^[^a-z]*\p{Script=Han}.*[。）]$/su;

const TASKS: Readonly<Record<OtherTask, (file: Uint8Array, name: string) => Promise<unknown>>> = {
  import: importDocument,
  clean: cleanCopy,
  preview,
  positions: textPositions,
};

interface Outcome {
  readonly inspection: Inspection;
  readonly others: readonly { readonly task: OtherTask; readonly result?: string; readonly error?: unknown }[];
  readonly longest: number;
}

let folder: string;
let server: Server;
let visits = 0;
const bait: { -readonly [key in keyof Bait]: Bait[key] } = { file: '', web: '' };
/** The same cases in the same order before the addresses are known and after. */
const casesWith = (given: Bait) => [...ARCHIVES, ...officeCases(given), ...pdfCases(given), ...otherFiles(given)];
const names = casesWith({ file: 'file:///x', web: 'http://x' }).map(({ what, name }) => `${what} (${name})`);
const outcomes: (Outcome | Error)[] = [];
let cases: readonly HostileCase[] = [];

async function face({ file, name, also = [] }: HostileCase): Promise<Outcome> {
  let began = performance.now();
  const inspection = await inspect(file(), name);
  let longest = performance.now() - began;
  const others: Outcome['others'][number][] = [];
  for (const task of also) {
    const bytes = file();
    if (!(bytes instanceof Uint8Array)) continue;
    began = performance.now();
    try {
      others.push({ task, result: JSON.stringify(await TASKS[task](bytes, name)) });
    } catch (error) {
      others.push({ task, error });
    }
    longest = Math.max(longest, performance.now() - began);
  }
  return { inspection, others, longest };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-bait-'));
  writeFileSync(join(folder, 'bait.txt'), CANARY);
  server = createServer((_, response) => {
    visits += 1;
    response.end(CANARY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  bait.file = pathToFileURL(join(folder, 'bait.txt')).href;
  bait.web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  cases = casesWith(bait);
  const waiting = cases.map((_, index) => index);
  // As many at once as the server opens.
  await Promise.all(
    [1, 2].map(async () => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const one = cases[index] as HostileCase;
        outcomes[index] = await face(one).catch((error: unknown) => error as Error);
      }
    }),
  );
}, 3_600_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe(`${names.length} hostile files`, () => {
  it.each(names.map((name, index) => [name, index] as const))('%s', (_, index) => {
    const outcome = outcomes[index];
    const expected = cases[index];
    if (!expected || !outcome || outcome instanceof Error) throw outcome ?? new Error('no outcome');
    const { inspection, others, longest } = outcome;
    expect(longest).toBeLessThan(LONGEST_MS);
    for (const { message } of inspection.problems) expect(message).toMatch(CHINESE_SENTENCE);
    if (expected.refused !== undefined) {
      expect(inspection.accepted).toBe(false);
      const refusing = inspection.problems.filter((problem) => problem.refused).map((problem) => problem.code);
      expect(
        [expected.refused].flat().some((code) => refusing.includes(code)),
        refusing.join(' '),
      ).toBe(true);
    }
    if (expected.hidden !== undefined || expected.text !== undefined) {
      expect(inspection.problems.filter((problem) => problem.refused)).toEqual([]);
      expect(inspection.text).toContain(expected.text ?? '');
      if (expected.hidden) expect(inspection.hiddenData.map((datum) => datum.kind)).toContain(expected.hidden);
    }
    expect(inspection.hiddenData.length).toBeLessThan(450);
    for (const { error } of others) {
      if (error === undefined) continue;
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: 'file-refused', status: 422 });
      expect((error as AppError).message).toMatch(CHINESE_SENTENCE);
    }
  });
});

it('nothing that the files point at was read or visited, and nothing was written', () => {
  expect(visits).toBe(0);
  for (const outcome of outcomes) expect(JSON.stringify(outcome)).not.toContain(CANARY);
  expect(readdirSync(folder)).toEqual(['bait.txt']);
});

it('what is imported or copied of them runs nothing', () => {
  for (const outcome of outcomes) {
    if (outcome instanceof Error) continue;
    for (const { task, result = '' } of outcome.others) {
      if (task === 'import') expect(result).not.toMatch(/"href":"(?!https?:|mailto:|\/)/);
      if (task === 'clean')
        expect(result).not.toMatch(/"kind":"(?:macro|metadata|comment|trackedChange|previousRevision)"/);
    }
  }
});

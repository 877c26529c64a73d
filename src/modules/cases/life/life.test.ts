import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PERMISSION_TABLE, type PermissionRow } from '../../../kernel/permission-table.ts';
import { CASE_EVENTS, CASE_STATES } from '../case-words.ts';
import { checkLife } from './check-life.ts';
import { lifeDocument } from './life-document.ts';
import { EVENT_ACTIONS, LIFE_TABLE, type LifeTable, moveOf, nextState } from './life-table.ts';

const without = (role: keyof LifeTable, state: string): LifeTable => ({
  ...LIFE_TABLE,
  [role]: Object.fromEntries(Object.entries(LIFE_TABLE[role] ?? {}).filter(([from]) => from !== state)),
});

it('agrees with the permission table', () => {
  expect(() => checkLife(LIFE_TABLE, PERMISSION_TABLE)).not.toThrow();
});

it('is written down in docs/cases.md (npm run docs:cases writes it anew)', () => {
  const path = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'cases.md');
  expect(readFileSync(path, 'utf8')).toBe(lifeDocument(LIFE_TABLE));
});

it('is refused at the start when a permission is taken away under a move', () => {
  for (const row of PERMISSION_TABLE.filter((one) => one.kind === 'case' && one.states !== 'any')) {
    const narrowed = PERMISSION_TABLE.filter((one) => one !== row);
    expect(() => checkLife(LIFE_TABLE, narrowed), JSON.stringify(row)).toThrow(/has no permission/);
  }
});

it('is refused when a permission allows what cannot happen', () => {
  const row: PermissionRow = {
    roles: ['auditor'],
    kind: 'case',
    states: ['replied'],
    actions: ['reopen'],
    scope: 'all',
  };
  expect(() => checkLife(LIFE_TABLE, [...PERMISSION_TABLE, row])).toThrow(
    'auditor may reopen in replied and yet nothing can happen',
  );
});

it('is refused when a state cannot be reached, an event is nobody’s, or a word is none', () => {
  const closed: LifeTable = { ...LIFE_TABLE, sender: { awaitingSender: { senderAnswered: 'assigned' } } };
  expect(() => checkLife(closed, PERMISSION_TABLE)).toThrow('nobody may rate');
  const asks = without('officer', 'assigned');
  const noQuestion: LifeTable = { sender: LIFE_TABLE.sender ?? {}, officer: asks.officer ?? {} };
  expect(() => checkLife(noQuestion, PERMISSION_TABLE)).toThrow('awaitingSender cannot be reached');
  const misspelt = { ...LIFE_TABLE, officer: { ...LIFE_TABLE.officer, recieved: { acept: 'asigned' } } };
  expect(() => checkLife(misspelt as LifeTable, PERMISSION_TABLE)).toThrow(
    /recieved, which is no state.*acept, which is no event.*asigned, which is no state/,
  );
});

it('is refused when one event leads from one state to two', () => {
  const two: LifeTable = { ...LIFE_TABLE, handler: { ...LIFE_TABLE.handler, received: { accept: 'received' } } };
  expect(() => checkLife(two, PERMISSION_TABLE)).toThrow('accept in received leads to different states');
});

it('lets nobody out of a state in which the sender has no answer without giving one', () => {
  for (const from of CASE_STATES.filter((state) => !['replied', 'closed', 'rejected', 'merged'].includes(state))) {
    for (const event of CASE_EVENTS.filter((one) => one !== 'sendReply' && one !== 'reject' && one !== 'merge')) {
      for (const role of Object.keys(LIFE_TABLE) as (keyof LifeTable)[]) {
        expect(['replied', 'closed', 'rejected']).not.toContain(moveOf([role], from, event));
      }
    }
  }
});

it('gives review and drafting to different roles, the office apart, where steps and persons part them', () => {
  const reviewers = ['reviewer', 'deputyHead', 'head'] as const;
  for (const role of reviewers) expect(moveOf([role], 'assigned', 'draftReply')).toBeUndefined();
  expect(moveOf(['officer', 'handler'], 'replyDrafted', 'approveReply')).toBeUndefined();
});

it('names for every event the permission it wants, and says in words what is possible', () => {
  expect(Object.keys(EVENT_ACTIONS).sort()).toEqual([...CASE_EVENTS].sort());
  expect(() => nextState(['officer'], 'replied', 'accept')).toThrow('现在是“已答复”，不能受理；只有“待受理”的来件可以');
});

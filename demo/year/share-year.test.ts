import { expect, test } from 'vitest';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { WorkdayCalendar } from '../../src/kernel/workdays.ts';
import { earliestDay } from './said-day.ts';
import { type Share, shareYear } from './share-year.ts';
import { type TaskStory, tell } from './story.ts';

const workdays = new WorkdayCalendar([]);
const year = (until: string) => ({ start: '2026-03-24' as LocalDate, until: until as LocalDate, workdays });
const share = (milestones: readonly string[], unitCode = 'jiaoyu'): Share => ({
  taskNumber: 1,
  unitCode,
  unitName: '区教育局',
  milestones: milestones.map((dueOn) => ({ from: null, dueOn: dueOn as LocalDate })),
  goesOn: false,
  oneOfMany: false,
  speaksForAll: false,
});
const story: TaskStory = { progress: ['正在办理。'], done: ['{u}完成{3-3}件。'], evidence: ['清单'] };

test('a task that was due is handed in with evidence and accepted after it', () => {
  const acts = shareYear(share(['2026-06-30']), story, year('2026-11-20'), 'inTime');
  const completion = acts.find((act) => act.kind === 'completion');
  expect(completion).toMatchObject({ text: '区教育局完成3件。', percent: 100, evidence: ['清单'] });
  expect(completion?.on && completion.on <= '2026-06-30').toBe(true);
  expect(acts.at(-1)?.kind).toBe('accept');
  expect([...acts].sort((a, b) => (a.on < b.on ? -1 : 1))).toEqual(acts);
});

test('nothing happens after the last day', () => {
  for (const unit of ['jiaoyu', 'sifa', 'hubin', 'baishi', 'keji']) {
    const acts = shareYear(share(['2026-06-30', '2026-11-30'], unit), story, year('2026-07-10'));
    expect(acts.every((act) => act.on <= '2026-07-10')).toBe(true);
  }
});

test('what is told as overdue is never handed in; what is sent back waits for the unit', () => {
  const overdue = shareYear(share(['2026-06-30']), story, year('2026-11-20'), 'overdue');
  expect(overdue.some((act) => act.kind === 'completion')).toBe(false);
  expect(shareYear(share(['2026-06-30']), story, year('2026-11-20'), 'sentBack').at(-1)?.kind).toBe('return');
});

test('acts fall on working days', () => {
  for (const unit of ['jiaoyu', 'sifa', 'hubin', 'baishi'])
    for (const act of shareYear(share(['2026-09-30'], unit), story, year('2026-11-20')))
      expect(workdays.isWorkday(act.on), `${act.kind} ${act.on}`).toBe(true);
});

test('a report never speaks of days that have not come', () => {
  expect(earliestDay('一季度通报4月14日印发')).toBe('2026-04-15');
  expect(earliestDay('上半年发文18件')).toBe('2026-06-25');
  expect(earliestDay('前三季度累计办理')).toBe('2026-09-24');
  expect(earliestDay('2016年以来的公文')).toBe('2000-01-01');
});

test('figures of one unit and task are always the same', () => {
  expect(tell('办理{10-90}件', '区教育局', 7)).toBe(tell('办理{10-90}件', '区教育局', 7));
  expect(tell('办理{10-90}件', '区教育局', 7)).toMatch(/^办理[1-9]\d件$/);
});

test('no unit hands in before it was sent back, and progress comes before completion', () => {
  for (let unit = 0; unit < 300; unit += 1) {
    const acts = shareYear(share(['2026-06-30', '2026-11-30'], `unit${unit}`), story, year('2026-11-20'));
    const days = acts.map((act) => act.on);
    expect(days[0] === undefined || days[0] >= '2026-03-24').toBe(true);
    expect([...days].sort()).toEqual(days);
    const kinds = acts.map((act) => act.kind).join(' ');
    expect(kinds).toMatch(
      /^(progress ?)*((completion return )*completion accept ?)*(completion( return( completion)?)?)?$/,
    );
  }
});

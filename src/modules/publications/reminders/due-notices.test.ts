import { expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { type Dated, dueNotices } from './due-notices.ts';

const day = (text: string) => text as LocalDate;
const calendar = new WorkdayCalendar([{ year: 2026, days: [] }]);
const item: Dated = { publicationId: 'a', unitId: 'u', title: '公告', kind: 'term', dueOn: day('2026-03-16') };
const stage = (kind: Dated['kind'], today: string) =>
  dueNotices([{ ...item, kind }], day(today), calendar).map((one) => one.stage);

it('tells of a term five working days before, the day before, and once it is over', () => {
  expect(stage('term', '2026-03-08')).toEqual([]);
  expect(stage('term', '2026-03-09')).toEqual(['early']);
  expect(stage('term', '2026-03-13')).toEqual(['last']);
  expect(stage('term', '2026-03-16')).toEqual(['last']);
  expect(stage('term', '2026-03-17')).toEqual(['over']);
});

it('tells of a re-review ten working days before, on the day, and once it is over', () => {
  expect(stage('review', '2026-03-01')).toEqual([]);
  expect(stage('review', '2026-03-02')).toEqual(['early']);
  expect(stage('review', '2026-03-16')).toEqual(['last']);
  expect(stage('review', '2026-03-20')).toEqual(['over']);
});

it('says what is to be done', () => {
  const text = (kind: Dated['kind'], today: string) => dueNotices([{ ...item, kind }], day(today), calendar)[0]?.text;
  expect(text('term', '2026-03-11')).toBe('《公告》最迟应于 2026-03-16 公开，还剩 3 个工作日。');
  expect(text('term', '2026-03-18')).toBe('《公告》已超过公开时限（2026-03-16）2 个工作日，请尽快公开并说明理由。');
  expect(text('review', '2026-03-18')).toContain('已超过 2 个工作日，请尽快重新认定');
});

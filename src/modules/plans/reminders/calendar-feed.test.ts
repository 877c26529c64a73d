import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { calendarFeed, type FeedEvent } from './calendar-feed.ts';

const event: FeedEvent = {
  id: 'a1',
  dueOn: localDate('2026-06-30'),
  version: 3,
  summary: '到期：第12项 公开目录，完善；细化',
  description: '2026年明湖区政务公开工作要点\n区教育局　进行中',
  alarm: '第12项 公开目录',
  path: '/tasks/t1',
};
const at = new Date('2026-06-29T16:30:00Z');
const feed = (events = [event]) => calendarFeed(events, at, 'https://open.example.org');

it('names the very day, whatever the machine’s zone (these tests run west of Greenwich)', () => {
  expect(feed()).toContain('DTSTART;VALUE=DATE:20260630\r\n');
  expect(feed()).toContain('DTEND;VALUE=DATE:20260701\r\n');
  const newYear = feed([{ ...event, dueOn: localDate('2026-12-31') }]);
  expect(newYear).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101');
});

it('escapes text, ends lines with CRLF and keeps them within 75 octets', () => {
  const long = feed([{ ...event, summary: `${'政务公开'.repeat(40)},;\\` }]);
  expect(feed([{ ...event, summary: 'a,b;c\\d' }])).toContain('a\\,b\\;c\\\\d');
  const lines = long.split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(long.replaceAll('\r\n ', '')).toContain('政务公开'.repeat(40));
  expect(long).not.toMatch(/[^\r]\n/);
});

it('keeps one event’s identity when its day moves', () => {
  const moved = feed([{ ...event, dueOn: localDate('2026-07-15'), version: 4 }]);
  expect(moved).toContain('UID:a1@open.example.org');
  expect(moved).toContain('SEQUENCE:4');
});

import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { digestMail, digestsOf } from './reminder-digest.ts';
import type { MailLine } from './reminders.store.ts';

const line = (more: Partial<MailLine>): MailLine => ({
  unit_id: 'u1',
  person_id: null,
  kind: 'before',
  text: '第 1 项将到期。',
  due_on: null,
  ...more,
});
const holders = [
  { personId: 'officer', unitId: 'u1', role: 'officer' as const },
  { personId: 'handler', unitId: 'u1', role: 'handler' as const },
  { personId: 'alone', unitId: 'u2', role: 'handler' as const },
];

it('tells the named person, else the officers, else the handlers', () => {
  const digests = digestsOf([line({}), line({ person_id: 'named' }), line({ unit_id: 'u2' })], holders, new Set());
  expect([...digests].map(([person, lines]) => [person, lines.length])).toEqual([
    ['officer', 1],
    ['named', 1],
    ['alone', 1],
  ]);
});

it('leaves out whoever has had today’s mail, and units without anybody', () => {
  expect(digestsOf([line({}), line({ unit_id: 'u9' })], holders, new Set(['officer'])).size).toBe(0);
});

it('is one mail with the most pressing first, and never endless', () => {
  const person = { id: 'p', name: '李明', email: 'li@example.org' };
  const lines = [...Array.from({ length: 60 }, () => line({})), line({ kind: 'overdue', text: '第 9 项已到期。' })];
  const mail = digestMail(person, lines, localDate('2026-07-01'), 'https://open.example.org');
  const body = mail.text.split('\n');
  expect(mail.subject).toContain('61 项');
  expect(body[2]).toBe('【已逾期】第 9 项已到期。');
  expect(body).toContain('……另有 11 项，请登录工作台查看。');
  expect(mail.messageId).toBe('<plans-reminders.2026-07-01.p@open.example.org>');
});

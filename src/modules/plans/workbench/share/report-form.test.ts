import { describe, expect, it } from 'vitest';
import { addressOf, emptyReport, obstaclesOf, type ReportForm, reportInput } from './report-form.ts';

const form: ReportForm = { ...emptyReport('6f9a0a52-5a0c-4b75-9d0e-0b6f3d1f0001', 40), text: ' 已完成初稿。 ' };
const evidence = [
  { key: 'a', label: 'a', input: { kind: 'address', title: '', address: 'https://a.example/' } as const },
];

describe('reportInput', () => {
  it('names the version that was seen and trims the text', () => {
    expect(reportInput(form, 7)).toMatchObject({ version: 7, text: '已完成初稿。', percent: 40, kind: 'progress' });
  });
  it('is whole when the work is reported as done', () => {
    expect(reportInput({ ...form, kind: 'completion', evidence }, 7).percent).toBe(100);
  });
});

describe('obstaclesOf', () => {
  it('wants words always and evidence when the work is done', () => {
    expect(obstaclesOf(form)).toEqual([]);
    expect(obstaclesOf({ ...form, text: ' ' })).toHaveLength(1);
    expect(obstaclesOf({ ...form, kind: 'completion' })).toHaveLength(1);
    expect(obstaclesOf({ ...form, kind: 'completion', evidence })).toEqual([]);
  });
});

describe('addressOf', () => {
  it('completes an address without scheme', () => {
    expect(addressOf(' www.minghu.example/a.html ')).toBe('https://www.minghu.example/a.html');
  });
  it('refuses what is no web address', () => {
    for (const text of ['', '无', 'ftp://a.example', 'https://localhost']) expect(addressOf(text)).toBeUndefined();
  });
});

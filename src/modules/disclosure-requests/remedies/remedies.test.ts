import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { REQUEST_RESULTS, type RequestResult } from '../request-words.ts';
import { type RemedyBody, remedyBodyOf } from './remedy-body.ts';
import { type RemedyQuestion, remedyOf } from './remedy-of.ts';

const BODY: RemedyBody = {
  scope: 'others',
  reconsiderationBody: '明湖区人民政府',
  reconsiderationAddress: '明湖路1号',
  reconsiderationPhone: '0000-12345678',
  internetChannel: 'https://fuyi.example.cn/',
  court: '明湖区人民法院',
  courtAddress: null,
  administrativeQuery: 'either',
};
const FIRST_FOR_QUERIES = { ...BODY, administrativeQuery: 'reconsiderationFirst' } as const;

function ask(result: RequestResult, more: Partial<RemedyQuestion> = {}) {
  return remedyOf({
    result,
    grounds: [],
    decidedOn: localDate('2026-03-05'),
    isOnline: false,
    body: BODY,
    ...more,
  });
}

const REFUSED = [
  'stateSecret',
  'forbiddenByLaw',
  'threeSecurities',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
] as const;
const OTHERS = REQUEST_RESULTS.filter((one) => one !== 'partial' && !(REFUSED as readonly string[]).includes(one));

describe('the remedy against an answer of today (reconsideration law 2023)', () => {
  it.each(REFUSED)('is reconsideration first where information was refused: %s', (result) => {
    const { route, text, basis, missing } = ask(result);
    expect(route).toBe('reconsiderationFirst');
    expect(text).toContain('应当依照《行政复议法》第二十三条的规定，自收到本告知书之日起60日内先向明湖区人民政府');
    expect(text).toContain('15日内向明湖区人民法院提起行政诉讼');
    expect(text).not.toContain('6个月');
    expect(basis).toEqual(['《行政复议法》第二十条', '《行政复议法》第二十三条', '《行政复议法》第三十四条']);
    expect(missing).toEqual([]);
  });

  it.each(OTHERS)('is either way of any other answer: %s', (result) => {
    const { route, text } = ask(result);
    expect(route).toBe('either');
    expect(text).toBe(
      '对本告知不服的，可以自收到本告知书之日起60日内向明湖区人民政府（地址：明湖路1号；电话：0000-12345678；网上申请渠道：https://fuyi.example.cn/）申请行政复议，也可以自收到本告知书之日起6个月内向明湖区人民法院提起行政诉讼。',
    );
  });

  it('of a partial disclosure tells both: first for its refused part, either way for the rest', () => {
    const { route, text } = ask('partial', { grounds: ['thirdParty'] });
    expect(route).toBe('both');
    expect(text).toMatch(/^对本告知中不予公开的部分不服的，应当.*60日内先向.*15日内.*。对本告知的其他部分不服的，可以/);
  });

  it('of an administrative query is what the office ruled, either way unless it did', () => {
    expect(ask('administrativeQuery').route).toBe('either');
    expect(ask('administrativeQuery', { body: FIRST_FOR_QUERIES }).route).toBe('reconsiderationFirst');
  });
});

describe('the law of the day of the decision', () => {
  it.each([
    ['2023-12-31', 'either'],
    ['2024-01-01', 'reconsiderationFirst'],
    ['2019-05-20', 'either'],
    ['2010-01-01', 'either'],
  ])('on %s a refusal goes %s', (day, route) => {
    expect(ask('stateSecret', { decidedOn: localDate(day) }).route).toBe(route);
  });

  it('of 2023 knows no reconsideration first, whatever the office rules', () => {
    const { route, basis } = ask('administrativeQuery', {
      decidedOn: localDate('2023-06-01'),
      body: FIRST_FOR_QUERIES,
    });
    expect(route).toBe('either');
    expect(basis).toEqual(['《行政复议法》（2023年修订前）第九条', '《行政诉讼法》第四十六条']);
  });
});

describe('what has to be told before the letter may leave', () => {
  const noChannel = { ...BODY, internetChannel: null };

  it('is the internet channel of a reply over the internet, since 2024', () => {
    const asked = { isOnline: true, body: noChannel };
    expect(ask('open', asked).missing).toEqual([
      {
        field: 'internetChannel',
        message:
          '通过互联网答复的，应当同时告知提交行政复议申请的互联网渠道（《行政复议法》第二十二条），请主管部门先设置。',
      },
    ]);
    expect(ask('open', { ...asked, decidedOn: localDate('2023-12-31') }).missing).toEqual([]);
    expect(ask('open', { ...asked, isOnline: false }).missing).toEqual([]);
    expect(ask('open', { isOnline: true }).missing).toEqual([]);
  });

  it('is the body itself, and its address', () => {
    expect(ask('open', { body: undefined })).toMatchObject({ text: '', missing: [{ field: 'remedyBody' }] });
    expect(ask('open', { body: { ...BODY, reconsiderationAddress: '' } }).missing).toMatchObject([
      { field: 'reconsiderationAddress' },
    ]);
  });
});

describe('whose decision it was', () => {
  const city = { ...BODY, scope: 'government', reconsiderationBody: '澄川市人民政府', court: '澄川市中级人民法院' };
  const tax = { ...BODY, scope: 'tax', reconsiderationBody: '国家税务总局澄川市税务局' };
  const bodies = [BODY, city, tax];

  it.each([
    ['department', 'a', '明湖区人民政府'],
    ['street', 'b', '明湖区人民政府'],
    ['town', 'c', '明湖区人民政府'],
    ['government', 'd', '澄川市人民政府'],
    ['department', 'tax', '国家税务总局澄川市税务局'],
  ] as const)('of a %s (%s): %s', (kind, id, name) => {
    expect(remedyBodyOf({ id, kind }, bodies)?.reconsiderationBody).toBe(name);
  });

  it('nothing is invented where nothing is set', () => {
    expect(remedyBodyOf({ id: 'a', kind: 'government' }, [BODY])).toBeUndefined();
  });
});

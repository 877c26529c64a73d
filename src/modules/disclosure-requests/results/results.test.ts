import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { REQUEST_RESULTS, type RequestResult } from '../request-words.ts';
import { DecisionContent, type DecisionContentInput, type DecisionFacts } from './decision-content.contract.ts';
import { articlesOf, decisionSentence, suggestedArticles } from './decision-sentence.ts';
import { groundsOf, missingOf } from './missing-of.ts';
import { RESULT_RULES } from './result-rules.ts';

const NOTHING: DecisionFacts = { decidedOn: localDate('2026-04-20'), correction: null, fee: null, thirdParties: [] };
const correction = (correctedOn: string | null) => ({
  noticedOn: localDate('2026-03-10'),
  until: localDate('2026-04-10'),
  correctedOn: correctedOn === null ? null : localDate(correctedOn),
});
const fee = (paidOn: string | null) => ({
  noticedOn: localDate('2026-03-10'),
  until: localDate('2026-04-08'),
  yuan: 400,
  paidOn: paidOn === null ? null : localDate(paidOn),
});
const asked = (answer: 'agrees' | 'objects' | 'silent' | null, until = '2026-04-01') => ({
  askedOn: localDate('2026-03-10'),
  until: localDate(until),
  answer,
});

const content = (input: DecisionContentInput) => DecisionContent.parse(input);
const fields = (input: DecisionContentInput, facts: Partial<DecisionFacts> = {}) =>
  missingOf(content(input), { ...NOTHING, ...facts }).map(({ field }) => field);

const REASONS = '该信息系本机关内设科室排班安排，仅用于内部管理。';
const LAW = ['《政府信息公开条例》第十六条第一款'];
const ITEM = { name: '2025年度绿化养护合同' };

/** One whole decision of each class. */
const WHOLE: Readonly<
  Record<
    RequestResult,
    { readonly input: Omit<DecisionContentInput, 'result'>; readonly facts?: Partial<DecisionFacts> }
  >
> = {
  open: { input: { way: 'supplied', items: [ITEM], supply: '随本告知书以纸质件邮寄', articles: LAW } },
  partial: {
    input: {
      items: [ITEM],
      supply: '随本告知书发送电子文档',
      refusedPart: '合同附件中的个人银行账号',
      grounds: ['internalAffairs'],
      reasons: REASONS,
      articles: LAW,
    },
  },
  stateSecret: { input: { reasons: REASONS, articles: LAW } },
  forbiddenByLaw: {
    input: { reasons: REASONS, articles: LAW, forbiddingLaw: '《中华人民共和国反洗钱法》第七条' },
  },
  threeSecurities: { input: { reasons: REASONS, articles: LAW } },
  thirdParty: { input: { reasons: REASONS, articles: LAW }, facts: { thirdParties: [asked('objects')] } },
  internalAffairs: { input: { reasons: REASONS, articles: LAW } },
  processInformation: { input: { reasons: REASONS, articles: LAW } },
  enforcementFile: { input: { reasons: REASONS, articles: LAW } },
  administrativeQuery: {
    input: { reasons: REASONS, articles: LAW, specialProcedure: '请依照《不动产登记暂行条例》到区不动产登记中心查询' },
  },
  notHeld: { input: { reasons: REASONS, articles: LAW, because: 'doesNotExist', search: '档案系统，关键词“绿化”' } },
  needsCreating: { input: { reasons: REASONS, articles: LAW } },
  unclearAfterCorrection: {
    input: { reasons: REASONS, articles: LAW },
    facts: { correction: correction('2026-03-20') },
  },
  petition: { input: { reasons: REASONS, articles: LAW } },
  repeated: {
    input: { reasons: REASONS, articles: LAW, earlierReply: { number: 'YS20250001', on: localDate('2025-08-01') } },
  },
  publicPublication: { input: { reasons: REASONS, articles: LAW } },
  unreasonableVolume: {
    input: { reasons: REASONS, articles: LAW, explanation: { askedOn: localDate('2026-03-12'), answer: null } },
  },
  reconfirmation: { input: { reasons: REASONS, articles: LAW } },
  notCorrected: { input: { articles: LAW }, facts: { correction: correction(null) } },
  feeNotPaid: { input: { articles: LAW }, facts: { fee: fee(null) } },
  otherwise: { input: { reasons: '申请人于2026年4月2日书面撤回申请。' } },
};

describe('the 21 classes of the statutory table (国办公开办函〔2021〕30号)', () => {
  it('are all there, each in a row of its own, in the order of the table', () => {
    const rows = REQUEST_RESULTS.map((one) => RESULT_RULES[one].row);
    expect(rows).toEqual([
      '3.1',
      '3.2',
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `3.3.${at}`),
      ...[1, 2, 3].map((at) => `3.4.${at}`),
      ...[1, 2, 3, 4, 5].map((at) => `3.5.${at}`),
      ...[1, 2, 3].map((at) => `3.6.${at}`),
    ]);
    expect(Object.keys(RESULT_RULES)).toHaveLength(21);
  });

  it('stand in the group that their row says', () => {
    const groups = { 3.3: 'refused', 3.4: 'unavailable', 3.5: 'notProcessed', 3.6: 'otherHandling' };
    for (const { row, group } of Object.values(RESULT_RULES)) {
      const expected = row === '3.1' ? 'open' : row === '3.2' ? 'partial' : groups[row.slice(0, 3) as '3.3'];
      expect(group, row).toBe(expected);
    }
  });
});

describe.each(REQUEST_RESULTS)('a decision of class %s', (result) => {
  const { input, facts } = WHOLE[result];
  const all = { ...NOTHING, ...facts };

  it('lacks nothing when it is whole', () => {
    expect(missingOf(content({ result, ...input }), all)).toEqual([]);
  });

  it('tells of every element that is taken away, and of that alone', () => {
    for (const key of Object.keys(input) as (keyof typeof input)[]) {
      const { [key]: _, ...rest } = input;
      expect(fields({ result, ...rest }, facts), key).toHaveLength(1);
    }
    for (const key of Object.keys(facts ?? {})) expect(fields({ result, ...input }), key).toHaveLength(1);
  });

  it('says at once all that an empty draft lacks', () => {
    const { must } = RESULT_RULES[result];
    const silent = ['correctionAnswered', 'correctionOverdue', 'feeOverdue'];
    expect(fields({ result })).toEqual(must.filter((one) => !silent.includes(one)));
  });

  it('reads as sentences', () => {
    const sentence = decisionSentence(content({ result, ...input }), all);
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/undefined|null|。。|：。|；。/);
  });
});

describe('what depends on how a class is meant', () => {
  it('information that is public already: the place of each item (art 36(1))', () => {
    const open = { result: 'open', way: 'alreadyPublic', articles: LAW } as const;
    const places = [{ ...ITEM, place: 'https://www.example.cn/12' }, { name: '招标公告' }];
    expect(fields({ ...open, items: places })).toEqual(['placePublished']);
    expect(fields({ ...open, items: places.slice(0, 1) })).toEqual([]);
  });

  it('information of another agency: its name and contact, or that it cannot be determined (art 36(5))', () => {
    const notHeld = { result: 'notHeld', because: 'otherAgency', reasons: REASONS, articles: LAW } as const;
    expect(fields(notHeld)).toEqual(['rightAgency']);
    expect(fields({ ...notHeld, rightAgency: { name: '区绿化局' } })).toEqual(['rightAgency']);
    expect(fields({ ...notHeld, rightAgency: { name: '区绿化局', contact: '0000-1' } })).toEqual([]);
    expect(fields({ ...notHeld, isRightAgencyUnknown: true })).toEqual([]);
  });

  it('a refused part for the sake of a third party asks for the consultation too (art 32)', () => {
    const { input } = WHOLE.partial;
    const partial: DecisionContentInput = { result: 'partial', ...input, grounds: ['thirdParty'] };
    expect(fields(partial)).toEqual(['thirdPartyAsked']);
    expect(
      fields({ ...partial, publicInterest: '公开部分不涉及该企业。' }, { thirdParties: [asked('objects')] }),
    ).toEqual([]);
    expect(groundsOf(content(partial))).toEqual(['thirdParty']);
    expect(groundsOf(content({ result: 'stateSecret' }))).toEqual(['stateSecret']);
    expect(groundsOf(content({ result: 'petition' }))).toEqual([]);
  });
});

describe('what a third party objected to and becomes public all the same (art 32)', () => {
  const thirdParties = [asked('objects')];
  const open = { result: 'open', ...WHOLE.open.input } as const;

  it('is told why', () => {
    expect(fields(open, { thirdParties })).toEqual(['publicInterest']);
    expect(fields(open, { thirdParties: [asked('agrees'), asked('silent')] })).toEqual([]);
    expect(fields({ ...open, publicInterest: '该合同使用财政资金，公众有知情需要。' }, { thirdParties })).toEqual([]);
  });

  it('may be the open part alone', () => {
    const { input } = WHOLE.partial;
    expect(fields({ result: 'partial', ...input }, { thirdParties })).toEqual(['publicInterest']);
  });
});

describe('what the records forbid', () => {
  const third = { result: 'thirdParty', reasons: REASONS, articles: LAW } as const;
  it.each([
    ['before a third party has answered and its term runs', [asked(null, '2026-04-30')], ['thirdPartyAsked']],
    ['when every third party agreed', [asked('agrees'), asked('agrees')], ['thirdPartyAsked']],
    ['when one of two objected: allowed', [asked('agrees'), asked('objects')], []],
    ['when the term passed in silence: allowed, the agency decides', [asked(null)], []],
  ])('refusing for a third party %s', (_, thirdParties, expected) => {
    expect(fields(third, { thirdParties })).toEqual(expected);
  });

  const notCorrected = { result: 'notCorrected', articles: LAW } as const;
  it.each([
    ['on the last day', '2026-04-10', null, ['correctionOverdue']],
    ['on the day after', '2026-04-11', null, []],
    ['of what was corrected', '2026-04-20', '2026-04-09', ['correctionOverdue']],
  ])('closing a request as not corrected %s', (_, day, correctedOn, expected) => {
    expect(fields(notCorrected, { decidedOn: localDate(day), correction: correction(correctedOn) })).toEqual(expected);
  });

  const feeNotPaid = { result: 'feeNotPaid', articles: LAW } as const;
  it.each([
    ['on the last day', '2026-04-08', null, ['feeOverdue']],
    ['on the day after', '2026-04-09', null, []],
    ['of what was paid', '2026-04-20', '2026-04-03', ['feeOverdue']],
  ])('closing a request as not paid %s', (_, day, paidOn, expected) => {
    expect(fields(feeNotPaid, { decidedOn: localDate(day), fee: fee(paidOn) })).toEqual(expected);
  });

  it('no notice, no closing', () => {
    expect(fields(notCorrected)).toEqual(['correctionNotice']);
    expect(fields(feeNotPaid)).toEqual(['feeNotice']);
    expect(fields(feeNotPaid, { fee: { ...fee(null), yuan: 0 } })).toEqual(['feeNotice']);
  });

  it('an unclear request is closed only after something came as correction', () => {
    const unclear = { result: 'unclearAfterCorrection', reasons: REASONS, articles: LAW } as const;
    expect(fields(unclear, { correction: correction(null) })).toEqual(['correctionAnswered']);
  });
});

describe('reasons and articles', () => {
  it.each(['', '   ', '不能公开。', '依法不予公开'])('“%s” is no reason (FOI-C3)', (reasons) => {
    expect(fields({ result: 'stateSecret', reasons, articles: LAW })).toEqual(['reasons']);
  });

  it.each([
    ['《政府信息公开条例》', ['articles']],
    ['有关规定', ['articles']],
    ['《政府信息公开条例》第十四条', []],
    ['国办函〔2020〕109号', []],
  ])('an article is cited by its number: %s', (cited, expected) => {
    expect(fields({ result: 'stateSecret', reasons: REASONS, articles: [cited] })).toEqual(expected);
  });

  it.each([
    [{ result: 'open', way: 'alreadyPublic' }, ['第三十六条第（一）项']],
    [{ result: 'open', way: 'supplied' }, ['第三十六条第（二）项']],
    [{ result: 'notHeld', because: 'doesNotExist' }, ['第三十六条第（四）项']],
    [{ result: 'notHeld', because: 'otherAgency' }, ['第三十六条第（五）项']],
    [{ result: 'thirdParty' }, ['第十五条', '第三十二条', '第三十六条第（三）项']],
    [{ result: 'administrativeQuery' }, ['第三十六条第（七）项']],
    [{ result: 'partial', grounds: ['stateSecret'] }, ['第三十七条', '第十四条', '第三十六条第（三）项']],
    [{ result: 'repeated' }, ['第三十六条第（六）项']],
  ] as const)('what is suggested for %j', (input, expected) => {
    expect(suggestedArticles(content(input as unknown as DecisionContentInput))).toEqual(
      expected.map((one) => `《政府信息公开条例》${one}`),
    );
  });

  it('what the office cites stands, once each; else what is suggested', () => {
    const own = content({ result: 'stateSecret', articles: ['《保守国家秘密法》第九条', '《保守国家秘密法》第九条'] });
    expect(articlesOf(own)).toEqual(['《保守国家秘密法》第九条']);
    expect(articlesOf(content({ result: 'stateSecret' }))).toEqual([
      '《政府信息公开条例》第十四条',
      '《政府信息公开条例》第三十六条第（三）项',
    ]);
  });
});

it('what was decided is said with the facts of the records', () => {
  expect(decisionSentence(content({ result: 'feeNotPaid' }), { ...NOTHING, fee: fee(null) })).toBe(
    '本机关于2026年3月10日通知您缴纳信息处理费400元，缴费期限至2026年4月8日。您逾期未按收费通知要求缴纳信息处理费，视为放弃申请，本机关不再处理该政府信息公开申请。',
  );
  const items = [{ name: '甲', documentNumber: '明府发〔2025〕3号' }, { name: '乙' }];
  expect(decisionSentence(content({ result: 'open', way: 'supplied', items, supply: '电子邮件' }), NOTHING)).toBe(
    '您申请的政府信息属于可以公开的范围，本机关予以公开。提供的信息：1. 甲（明府发〔2025〕3号）；2. 乙。提供方式：电子邮件。',
  );
});

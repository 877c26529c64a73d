import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { REQUEST_RESULTS } from '../request-words.ts';
import { DecisionContent } from '../results/decision-content.contract.ts';
import { blanksOf, blankText, partsOf } from './blanks.ts';
import { requestedOf } from './decision-letters.service.ts';
import { decisionValues, letterKindOf, requestValues } from './decision-values.ts';
import {
  draftLetter,
  type LetterValues,
  letterText,
  lostWords,
  missingValues,
  plainText,
  withOwnWords,
} from './letter-text.ts';
import { BLANKS, type Blank, isDecisionLetter, LETTER_KINDS, type LetterKind } from './letter-words.ts';
import { isToThirdParty, lintTemplate } from './lint-template.ts';
import { shippedTemplate } from './shipped-templates.ts';
import { MAY_STAY_EMPTY, TEMPLATE_RULES } from './template-rules.ts';

const FRAME = { agency: '明湖区教育局', documentNumber: '明教告〔2026〕12号', signedOn: localDate('2026-03-05') };
/** Words for every blank that can be told apart in a letter. */
const ALL = Object.fromEntries(
  Object.entries(BLANKS).map(([blank, label]) => [blank, `〈${label}〉`]),
) as Required<LetterValues>;
const messages = (kind: LetterKind, body: string) =>
  lintTemplate({ kind, title: '答复书', body }).map((one) => one.message);
const without = (kind: LetterKind, blank: Blank) => shippedTemplate(kind).body.replaceAll(blankText(blank), '');

describe.each(LETTER_KINDS)('the shipped template %s', (kind) => {
  const template = shippedTemplate(kind);

  it('passes the lint', () => {
    expect(lintTemplate(template)).toEqual([]);
  });

  it('is refused without any of its elements, each by name (law section 9.4)', () => {
    for (const blank of TEMPLATE_RULES[kind].must)
      expect(messages(kind, without(kind, blank)).join(), blank).toContain(blankText(blank));
  });

  it('holds every word that it is given, and leaves no bracket', () => {
    const text = plainText(letterText(template, ALL, FRAME));
    for (const blank of blanksOf(template.body)) if (blank !== 'agency') expect(text).toContain(ALL[blank]);
    expect(text).not.toMatch(/[【】]/);
  });

  it('is not made while a needed value is missing, and all of them are named', () => {
    const needed = blanksOf(template.body).filter(
      (blank) => !TEMPLATE_RULES[kind].may.includes(blank) && !(MAY_STAY_EMPTY[kind] ?? []).includes(blank),
    );
    expect(missingValues(template, {}).map((one) => one.field)).toEqual(needed);
    expect(() => letterText(template, {}, FRAME)).toThrow(/还不能生成/);
  });

  it('reads without gaps when only what is needed is known', () => {
    const values = Object.fromEntries(
      Object.entries(ALL).filter(([blank]) => !TEMPLATE_RULES[kind].may.includes(blank as Blank)),
    );
    const text = plainText(letterText(template, values, FRAME));
    expect(text).not.toMatch(/[【】]|（编号：）|undefined/);
    expect(text).not.toMatch(/联系方式|查询方式|说明：$/m);
  });
});

describe('the lint', () => {
  const refused = shippedTemplate('refused').body;

  it('says at once all that a decision letter lacks', () => {
    expect(messages('refused', '【申请人】：\n不予公开。')).toEqual([
      '缺少【机关】：应当写明作出答复的机关。',
      '缺少【收到日期】：应当写明收到申请的日期，期限由此起算。',
      '缺少【申请内容】：应当写明所答复的是哪一项申请内容。',
      '缺少【决定】：答复书（不予公开）应当写明决定。',
      '缺少【法律条款】：决定应当写明所依据的法律条款。',
      '缺少【理由】：不提供信息的，应当说明理由。',
      '缺少【救济途径】：应当告知行政复议、行政诉讼的途径和期限，机关名称和地址随单位自动填写。',
    ]);
  });

  it.each(LETTER_KINDS.filter((kind) => !isDecisionLetter(kind) && kind !== 'thirdPartyNotice'))(
    'keeps remedies out of %s, which decides nothing',
    (kind) => {
      expect(messages(kind, `${shippedTemplate(kind).body}\n【救济途径】`).join()).toContain(
        '不能单独申请复议或者起诉',
      );
    },
  );

  it.each(LETTER_KINDS.filter(isToThirdParty))('keeps the applicant out of %s', (kind) => {
    for (const blank of ['applicant', 'requestNumber', 'lookUp'] as const)
      expect(messages(kind, `${shippedTemplate(kind).body}\n${blankText(blank)}`)).toEqual([
        expect.stringContaining('不能透露申请人'),
      ]);
  });

  it('wants the articles of notices and what follows from silence', () => {
    const bare = (kind: LetterKind) =>
      shippedTemplate(kind).body.replaceAll(/第三十[二三]?条|视为放弃|逾期未提出|不再处理/g, '');
    expect(messages('correctionNotice', bare('correctionNotice')).join()).toMatch(/第三十条.*后果/);
    expect(messages('extensionNotice', bare('extensionNotice')).join()).toMatch(/第三十三条/);
    expect(messages('consultation', bare('consultation')).join()).toMatch(/第三十二条.*后果/);
    expect(messages('feeNotice', bare('feeNotice')).join()).toMatch(/后果/);
  });

  it.each([
    [`${refused}\n【三需要】`, '没有“【三需要】”这一栏，请从可用的栏目中选择。'],
    [`${refused}\n【理由`, '“【理由”一行的【】没有成对。'],
    [`${refused}\n请说明用途。`, '不能要求申请人说明用途或者特殊需要（条例第二十九条）。'],
    [refused.replace('【申请人】：', '【申请人】'), '第一行应当是称谓：“【申请人】：”。'],
    [`前言\n${refused}`, '第一行应当是称谓：“【申请人】：”。'],
    [`${refused}\n【缴费期限】`, '答复书（不予公开）不能有【缴费期限】。'],
    ['长'.repeat(5001), '正文最多 5000 字，现在 5001 字。'],
  ])('tells what else is wrong: %#', (body, message) => {
    expect(messages('refused', body)).toContain(message);
  });

  it.each([
    ['', '请填写标题。'],
    ['长'.repeat(41), '标题最多 40 字，现在 41 字。'],
    ['关于【申请人】', '标题里不能有【】和换行。'],
  ])('of a title: %#', (title, message) => {
    expect(lintTemplate({ kind: 'refused', title, body: refused })).toEqual([{ field: 'title', message }]);
  });
});

describe('filling', () => {
  const template = shippedTemplate('refused');

  it('makes a paragraph of every line, that of the words too', () => {
    const { addressee, paragraphs } = letterText(template, { ...ALL, reasons: '第一点。\n\n第二点。' }, FRAME);
    expect(addressee).toBe('〈申请人〉：');
    expect(paragraphs).toContain('理由：第一点。');
    expect(paragraphs).toContain('第二点。');
  });

  it('never ends a sentence twice', () => {
    const { paragraphs } = letterText(template, { ...ALL, requested: '预算。' }, FRAME);
    expect(paragraphs.join()).not.toContain('。。');
  });

  it('cites what was asked for to the letter', () => {
    const requested = '关于（）和。。的说明（编号：）';
    expect(letterText(template, { ...ALL, requested }, FRAME).paragraphs[0]).toContain(requested);
  });

  it('takes no value for a blank: what an applicant writes in brackets stays what it is', () => {
    const { paragraphs } = letterText(template, { ...ALL, requested: '【救济途径】和【理由】' }, FRAME);
    expect(paragraphs[0]).toContain('【救济途径】和【理由】');
  });

  it('keeps the blanks of a draft that has no words yet', () => {
    const text = plainText(draftLetter(template, { applicant: '张三' }, FRAME));
    expect(text).toContain('张三：');
    expect(text).toContain('【理由】');
    expect(text).not.toContain('联系方式');
  });

  it('drops a line without words, and what an empty number leaves in a sentence', () => {
    const { contact: _, requestNumber: __, ...rest } = ALL;
    const { paragraphs } = letterText(template, rest, FRAME);
    expect(paragraphs[0]).toBe(
      '明湖区教育局于〈收到日期〉收到您提出的政府信息公开申请。您申请公开的内容：〈申请内容〉',
    );
    expect(paragraphs.at(-1)).toBe('〈救济途径〉');
  });

  it('keeps words written by hand, and tells what they lost', () => {
    const letter = letterText(template, ALL, FRAME);
    const own = plainText(letter).replace('〈理由〉', '另有说明').replace('〈救济途径〉', '');
    expect(withOwnWords(letter, own)).toMatchObject({ title: letter.title, addressee: letter.addressee });
    expect(withOwnWords(letter, own).paragraphs).toContain('理由：另有说明');
    expect(lostWords(own, { ...ALL, agency: FRAME.agency }, 'refused')).toEqual([
      { field: 'remedy', message: '文书中缺少【救济途径】的内容，或者与登记的不一致。' },
    ]);
    expect(lostWords(plainText(letter), { ...ALL, agency: FRAME.agency }, 'refused')).toEqual([]);
  });
});

describe('the parts of a line', () => {
  it.each([
    ['甲【理由】乙', [{ text: '甲' }, { blank: 'reasons' }, { text: '乙' }]],
    ['【 理由 】', [{ blank: 'reasons' }]],
    ['【没有】', [{ unknown: '没有' }]],
    ['【【理由】】', [{ text: '【' }, { blank: 'reasons' }, { text: '】' }]],
    ['', []],
  ])('of “%s”', (line, expected) => {
    expect(partsOf(line)).toEqual(expected);
  });
});

it('each result goes into the letter of its group', () => {
  const kinds = REQUEST_RESULTS.map((result) => letterKindOf({ result }));
  expect(new Set(kinds)).toEqual(new Set(LETTER_KINDS.filter(isDecisionLetter)));
});

it.each([
  ['申请公开2026年招生人数。', '2026年招生人数。'],
  ['本人申请公开：学区划分方案', '学区划分方案'],
  [' 请公开以下信息：\n一、合同；二、标书', '一、合同；二、标书'],
  ['公开栏的设置情况', '公开栏的设置情况'],
  ['申请公开', '申请公开'],
])('says “申请公开” once: “%s”', (text, requested) => {
  expect(requestedOf({ title: '某信息', text })).toBe(requested);
});

it('a refusal, filled from the record', () => {
  const content = DecisionContent.parse({ result: 'stateSecret', reasons: '该文件标注为秘密级，保密期限尚未届满' });
  const facts = { decidedOn: localDate('2026-03-05'), correction: null, fee: null, thirdParties: [] };
  const values = {
    ...requestValues({ number: 'YS1', requested: '某规划的会议纪要', receivedOn: localDate('2026-02-10') }),
    ...decisionValues(content, facts, { text: '对本告知不服的，……' }),
  };
  expect(plainText(letterText(shippedTemplate('refused'), values, FRAME)).split('\n')).toEqual([
    '政府信息公开申请答复书',
    '【申请人】：',
    '明湖区教育局于2026年2月10日收到您提出的政府信息公开申请（编号：YS1）。您申请公开的内容：某规划的会议纪要。',
    '经审查，依照《政府信息公开条例》第十四条、《政府信息公开条例》第三十六条第（三）项的规定，本机关答复如下：',
    '您申请的政府信息属于依法确定为国家秘密的政府信息，本机关决定不予公开。',
    '理由：该文件标注为秘密级，保密期限尚未届满。',
    '对本告知不服的，……',
  ]);
});

import { describe, expect, test } from 'vitest';
import { readPlanHead } from './plan-head.ts';
import { drawDocument } from './table-drawing.fixtures.ts';

const read = (paragraphs: (string | string[][])[], captions: string[] = [], fileName: string | null = null) =>
  readPlanHead(drawDocument(paragraphs), captions, fileName);

describe('title', () => {
  test.each([
    ['the caption without its tail', ['2024年青浦河区政务公开工作要点任务分解表'], '2024年青浦河区政务公开工作要点'],
    [
      'a caption over two lines',
      ['附件', '2024年青浦河区政务公开', '工作要点任务分解表'],
      '2024年青浦河区政务公开工作要点',
    ],
    ['with annex number', ['附件1：2024年青浦河区政务公开工作要点责任分工表'], '2024年青浦河区政务公开工作要点'],
    ['full-width digits', ['２０２４年云州市政务公开工作要点任务分解表'], '2024年云州市政务公开工作要点'],
  ])('%s', (_, captions, title) => expect(read([], captions).title).toBe(title));

  test('a line of the narrative, when the caption is bare', () => {
    expect(read(['2024年青浦河区政务公开工作要点', '一、总体要求'], ['任务分解表']).title).toBe(
      '2024年青浦河区政务公开工作要点',
    );
  });
  test('the notice that issues it', () => {
    expect(read(['青浦河区人民政府办公室关于印发', '《2024年青浦河区政务公开工作要点》的通知'], ['附件']).title).toBe(
      '2024年青浦河区政务公开工作要点',
    );
  });
  test('the file name, last', () => {
    expect(read([], [], '2024年青浦河区政务公开工作要点.docx')).toMatchObject({
      title: '2024年青浦河区政务公开工作要点',
      year: 2024,
    });
  });
  test('a draft keeps its mark, and the year of its title, not of the letter that sends it', () => {
    const lines = [
      '关于征求意见的通知',
      '2026年12月20日',
      '2027年青浦河区政务公开工作要点（征求意见稿）',
      '一、总体要求',
    ];
    expect(read(lines, ['2027年青浦河区政务公开工作要点（征求意见稿）任务分解表'])).toMatchObject({
      title: '2027年青浦河区政务公开工作要点（征求意见稿）',
      year: 2027,
    });
    expect(read(lines, ['附件'])).toMatchObject({ title: '2027年青浦河区政务公开工作要点（征求意见稿）', year: 2027 });
  });
  test('nothing is made up', () => {
    expect(read(['通知'], ['任务分解表'])).toEqual({
      title: null,
      issuer: null,
      documentNumber: null,
      issuedOn: null,
      year: null,
      level: null,
    });
  });
});

describe('document number, issuer and day of issue', () => {
  test('of a printed document', () => {
    const head = read([
      '青浦河区人民政府办公室文件',
      '青府办〔2024〕12 号',
      '青浦河区人民政府办公室关于印发《2024年青浦河区政务公开工作要点》的通知',
      '按照《实施细则》（国办发〔2016〕80号）要求，印发给你们。',
      '青浦河区人民政府办公室',
      '2024 年 4 月 2 日',
    ]);
    expect(head).toMatchObject({
      documentNumber: '青府办〔2024〕12号',
      issuer: '青浦河区人民政府办公室',
      issuedOn: '2024-04-02',
      year: 2024,
    });
  });
  test('of lines that ran together', () => {
    const head = read(['青浦河区人民政府办公室文件青府办〔2024〕12号', '青浦河区人民政府办公室', '2024年4月2日附件']);
    expect(head).toMatchObject({
      documentNumber: '青府办〔2024〕12号',
      issuer: '青浦河区人民政府办公室',
      issuedOn: '2024-04-02',
    });
    expect(read(['青浦河区人民政府办公室2024年4月2日附件']).issuer).toBe('青浦河区人民政府办公室');
  });
  test('of a page of facts', () => {
    const facts = [
      ['索 引 号：', 'AB-1', '发文字号：', '青府办[2024]12号'],
      ['发文机关：', '青浦河区人民政府办公室', '成文日期：', '2024-04-02'],
    ];
    expect(read([facts])).toMatchObject({
      documentNumber: '青府办〔2024〕12号',
      issuer: '青浦河区人民政府办公室',
      issuedOn: '2024-04-02',
    });
  });
  test('a date in Chinese numerals', () => {
    expect(read(['二〇二四年四月二日']).issuedOn).toBe('2024-04-02');
    expect(read(['2024年4月2日（此件公开发布）']).issuedOn).toBe('2024-04-02');
    expect(read(['2024年4月2日召开会议']).issuedOn).toBeNull();
  });
  test('another document cited in the text is not this one', () => {
    expect(read(['根据国办发〔2016〕80号文件精神，制定本要点。']).documentNumber).toBeNull();
  });
});

test.each([
  ['2024年云州市政务公开工作要点', 'city'],
  ['2024年云州市青浦河区政务公开工作要点', 'district'],
  ['2024年海东县政务公开工作要点', 'district'],
  ['2024年青浦河区教育局政务公开工作要点', 'unit'],
  ['柳浦街道2024年政务公开工作要点', 'unit'],
  ['青桥镇2024年政务公开工作要点', 'unit'],
])('%s is of a %s', (title, level) => {
  expect(read([], [`${title}任务分解表`])).toMatchObject({ title, level, year: 2024 });
});

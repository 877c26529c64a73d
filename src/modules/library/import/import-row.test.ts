import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { COLUMN_NAMES, MANDATORY_COLUMNS, readHead, templateRows, valuesOf } from './import-columns.contract.ts';
import { checkRow, type ImportRegister } from './import-row.ts';

const register: ImportRegister = {
  units: [{ id: 'u1', names: ['明湖区教育局', '区教育局'] }],
  topics: ['教育'],
  tags: ['入学', '转学'],
  fileNames: new Set(['名单.docx']),
  taken: new Set(['明教〔2020〕1号']),
  today: '2026-11-21' as LocalDate,
};

const good = {
  title: '明湖区教育局关于做好转学工作的通知',
  documentNumber: '明教规〔2021〕3号',
  unit: '区教育局',
  issuedOn: '2021-03-05',
  topic: '教育',
  tags: '入学、转学',
  body: '第一段\n第二段',
};
const check = (more: Record<string, string>, unit: string | null = null) =>
  checkRow({ ...good, ...more }, register, unit);
const problems = (more: Record<string, string>) => check(more).problems.map((one) => `${one.severity} ${one.column}`);

describe('a table’s head', () => {
  it('is known by any of the usual headings, with blanks and stars', () => {
    const head = readHead(['文件名称 *', ' 文号', '成文日期：', '备注', '内 容']);
    expect(head.columns).toEqual(['title', 'documentNumber', 'issuedOn', null, 'body']);
    expect(head).toMatchObject({ missing: [], unused: ['备注'] });
  });

  it('tells what is missing', () => {
    expect(readHead(['文号']).missing).toEqual(['标题', '成文日期']);
  });

  it('gives each row by column', () => {
    expect(valuesOf(readHead(['标题', '标题', '文号']), [' 甲 ', '乙', ''])).toEqual({ title: '甲' });
  });
});

describe('the table to fill in', () => {
  const [headings = [], example = []] = templateRows();

  it('has headings that are all recognised', () => {
    const head = readHead(headings);
    expect(head).toMatchObject({ missing: [], unused: [] });
    expect(new Set(head.columns).size).toBe(headings.length);
  });

  it('stars exactly what an empty row lacks', () => {
    const lacking = checkRow({}, register, null).problems.map((one) => one.column);
    expect(lacking.sort()).toEqual(MANDATORY_COLUMNS.map((column) => COLUMN_NAMES[column]).sort());
    expect(headings.filter((heading) => heading.endsWith('*')).length).toBe(lacking.length);
  });

  it('shows a row that is right but for its unit, so that it never comes in', () => {
    const known = { ...register, fileNames: new Set(['名单.docx', '申请表.docx']) };
    const row = checkRow(valuesOf(readHead(headings), example), known, null);
    expect(row.problems.map((one) => `${one.severity} ${one.column}`)).toEqual(['blocks 公开单位']);
  });
});

describe('a row of an existing library', () => {
  it('becomes the content of a policy document', () => {
    const row = check({ attachments: '名单.docx', repeals: '明教规[2019]1号' });
    expect(row.problems).toEqual([]);
    expect(row).toMatchObject({ unitId: 'u1', publishedOn: '2021-03-05', fileNames: ['名单.docx'] });
    expect(row.content.fields).toMatchObject({
      normative: true,
      documentType: '通知',
      tags: ['入学', '转学'],
      topic: '教育',
    });
    expect(row.content.body?.content).toHaveLength(2);
    expect(row.relations).toEqual([{ type: 'repeals', documentNumber: '明教规〔2019〕1号' }]);
  });

  it.each(['2021年3月5日', '2021/3/5', '2021.03.05', '20210305', '2021-03-05 08:30:00'])(
    'reads the date %s',
    (issuedOn) => {
      expect(check({ issuedOn }).content.fields.issuedOn).toBe('2021-03-05');
    },
  );

  it('is told every fault at once', () => {
    const row = checkRow(
      { documentNumber: '教育', issuedOn: '2021-02-30', topic: '天文', tags: '星星', attachments: '没有.pdf' },
      register,
      null,
    );
    const blocked = row.problems.filter((one) => one.severity === 'blocks').map((one) => one.column);
    expect(blocked.sort()).toEqual(
      ['主题分类', '公开单位', '发文字号', '成文日期', '标题', '标签', '正文', '附件'].sort(),
    );
  });

  it.each([
    [{ documentNumber: '明教〔2020〕1号', issuedOn: '2020-03-05' }, 'blocks 发文字号'],
    [{ documentNumber: '明教规〔2020〕3号' }, 'blocks 发文字号'],
    [{ issuedOn: '2027-01-01', documentNumber: '明教规〔2027〕1号' }, 'blocks 成文日期'],
    [{ publishedOn: '2021-03-01' }, 'blocks 发布日期'],
    [{ takesEffectOn: '2021-05-01', expiresOn: '2021-04-01' }, 'blocks 有效期至'],
    [{ unit: '区天文局' }, 'blocks 公开单位'],
    [{ documentNumber: '明教规[2021]03号' }, 'warns 发文字号'],
    [{ normative: '否' }, 'warns 规范性文件'],
    [{ documentType: '说明' }, 'warns 文种'],
    [{ tags: '入学、星星' }, 'warns 标签'],
  ])('%o → %s', (more, problem) => {
    expect(problems(more as Record<string, string>)).toContain(problem);
  });

  it('takes the chosen unit where the row names none', () => {
    const { unit: _unit, ...rest } = good;
    expect(checkRow(rest, register, '明湖区教育局').unitId).toBe('u1');
  });
});

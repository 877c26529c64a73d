import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { type FieldValue, ownReasons, type PublicationKind } from '../../publications/index.ts';
import { policyDocument } from '../documents/policy-document.kind.ts';
import { opennessGuide, opennessReport, opennessRules } from './openness.kinds.ts';
import { columnState, OPENNESS_COLUMNS, type OpennessColumn } from './openness-columns.ts';
import { ruleKindOf, whyNotInRules } from './rules-white-list.ts';
import { classesFor, STATUTORY_CLASSES, statutoryName } from './statutory-content.ts';

const day = (text: string) => text as LocalDate;
const found = (kind: PublicationKind, title: string, fields: Record<string, FieldValue>, today = '2026-01-20') =>
  ownReasons(kind, { title, fields }, day(today)).map((one) => `${one.severity} ${one.code}`);

describe('the rules column (GIP-4)', () => {
  it.each([
    ['中华人民共和国政府信息公开条例', 'nationalRegulations'],
    ['国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知', 'stateOfficeInterpretation'],
    ['上海市政府信息公开规定', 'municipalProvisions'],
  ])('takes %s', (title, kind) => {
    expect(ruleKindOf(title)).toBe(kind);
    expect(whyNotInRules(title, kind)).toBeNull();
  });

  it.each([
    '明湖区教育局政务公开工作制度',
    '区政府办公室保密审查办法',
    '政府信息公开指南',
    '国办解读',
    '明湖区贯彻《中华人民共和国政府信息公开条例》实施办法',
    '中华人民共和国政府信息公开条例实施细则',
    '关于转发国务院办公厅政府信息公开文件的通知',
    '国务院办公厅关于加强安全生产工作的通知',
    '明湖区教育局关于澄川市政府信息公开规定的说明',
  ])('has no place for %s', (title) => {
    expect(ruleKindOf(title)).toBeNull();
    for (const kind of ['nationalRegulations', 'stateOfficeInterpretation', 'municipalProvisions', 'other', ''])
      expect(whyNotInRules(title, kind)).toBeTruthy();
  });

  it('is kept by the door out itself', () => {
    const faults = (title: string, ruleKind: string) =>
      ownReasons(opennessRules, { title, fields: { ruleKind } }, day('2026-11-21'));
    expect(faults('明湖区政务公开工作制度', 'nationalRegulations')).toMatchObject([
      { code: 'rules-white-list', place: 'title', severity: 'blocks' },
    ]);
    expect(faults('《中华人民共和国政府信息公开条例》（2019年修订）', 'nationalRegulations')).toEqual([]);
  });

  it('does not let one kind stand under another', () => {
    expect(whyNotInRules('中华人民共和国政府信息公开条例', 'municipalProvisions')).toContain('标题应为');
  });
});

describe('statutory content (GIP-5, GIP-7)', () => {
  it('has the fifteen items of article 20 in their order, and those of article 21', () => {
    const twenty = STATUTORY_CLASSES.filter((one) => one.code.startsWith('cat20.'));
    expect(twenty.map((one) => one.code)).toEqual(Array.from({ length: 15 }, (_, at) => `cat20.${at + 1}`));
    expect(new Set(STATUTORY_CLASSES.map((one) => one.code)).size).toBe(STATUTORY_CLASSES.length);
    expect(statutoryName('cat20.7')).toBe('财政预算、决算信息');
    expect(statutoryName('cat20.16')).toBeUndefined();
  });

  it('asks of towns what it does not ask of departments', () => {
    const codes = (kind: Parameters<typeof classesFor>[0]) => classesFor(kind).map((one) => one.code);
    expect(codes('town')).toContain('cat21.4');
    expect(codes('department')).not.toContain('cat21.4');
    expect(codes('department')).toContain('cat21.1');
    expect(codes('enterprise')).toEqual([]);
  });
});

describe('the columns of a unit (GIP-1)', () => {
  const column = (code: string) => OPENNESS_COLUMNS.find((one) => one.code === code) as OpennessColumn;

  it('are the uniform ones, policy documents first', () => {
    expect(OPENNESS_COLUMNS.map((one) => one.name)).toEqual([
      '政策文件',
      '政府信息公开指南',
      '政府信息公开制度',
      '法定主动公开内容',
      '政府信息公开年报',
      '依申请公开',
    ]);
  });

  it('are empty, overdue or filled', () => {
    expect(columnState(column('policy'), 0, null, '2026-05-21')).toBe('empty');
    expect(columnState(column('policy'), 3, '2026-05-20', '2026-05-21')).toBe('overdue');
    expect(columnState(column('policy'), 3, '2026-05-21', '2026-05-21')).toBe('filled');
    expect(columnState(column('guide'), 1, '2019-05-15', '2026-05-21')).toBe('filled');
  });
});

describe('the guide of a unit (GIP-2)', () => {
  it('cannot do without the day of its revision and the ways to reach the office', () => {
    const demanded = opennessGuide.fields.filter((field) => field.required).map((field) => field.code);
    expect(demanded).toEqual(expect.arrayContaining(['revisedOn', 'office', 'address', 'hours', 'telephone', 'mail']));
  });

  it('is never revised before it was made', () => {
    expect(opennessGuide.elementChecks).toContainEqual(
      expect.objectContaining({ check: 'dateOrder', earlier: 'issuedOn', later: 'revisedOn', severity: 'blocks' }),
    );
  });
});

describe('own rules of other kinds', () => {
  it('hold a report to the year in its title, and the year to its end', () => {
    const look = (title: string, reportYear: number, today?: string) =>
      found(opennessReport, title, { reportYear, issuedOn: '2026-01-18' }, today);
    expect(look('区教育局2025年政府信息公开工作年度报告', 2025)).toEqual([]);
    expect(look('区教育局2025年政府信息公开工作年度报告', 2024)).toEqual([
      'blocks report-year',
      'warns report-by-january',
    ]);
    expect(look('政府信息公开工作年度报告', 2026)).toEqual(['blocks report-year']);
    expect(look('2025年政府信息公开工作年度报告', 2025, '2026-02-01')).toEqual(['warns report-by-january']);
  });

  it('tell that a number of the class 规 is a normative document’s (LIB-4)', () => {
    const look = (documentNumber: string, normative: boolean) =>
      found(policyDocument, '', { documentNumber, normative });
    expect(look('明府规〔2026〕1号', false)).toEqual(['warns number-says-normative']);
    expect(look('明府规〔2026〕1号', true)).toEqual([]);
    expect(look('明府发〔2026〕1号', false)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { opennessGuide } from './openness.kinds.ts';
import { columnState, OPENNESS_COLUMNS, type OpennessColumn } from './openness-columns.ts';
import { ruleKindOf, whyNotInRules } from './rules-white-list.ts';
import { classesFor, STATUTORY_CLASSES, statutoryName } from './statutory-content.ts';

describe('the rules column (GIP-4)', () => {
  it.each([
    ['中华人民共和国政府信息公开条例', 'nationalRegulations'],
    ['国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知', 'stateOfficeInterpretation'],
    ['上海市政府信息公开规定', 'municipalProvisions'],
  ])('takes %s', (title, kind) => {
    expect(ruleKindOf(title)).toBe(kind);
    expect(whyNotInRules(title, kind)).toBeNull();
  });

  it.each(['明湖区教育局政务公开工作制度', '区政府办公室保密审查办法', '政府信息公开指南', '国办解读'])(
    'has no place for %s',
    (title) => {
      expect(ruleKindOf(title)).toBeNull();
      for (const kind of ['nationalRegulations', 'stateOfficeInterpretation', 'municipalProvisions', 'other', ''])
        expect(whyNotInRules(title, kind)).toBeTruthy();
    },
  );

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

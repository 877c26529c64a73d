import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { readRecord } from './record-input.ts';
import { recordText } from './record-words.ts';
import { fieldOf, type Register } from './register.contract.ts';
import { REGISTERS, registerOf } from './registers.contract.ts';

const TODAY = localDate('2026-06-15');
const talk = {
  topic: '惠企政策早餐会',
  form: 'breakfast',
  heldOn: '2026-06-10',
  participants: 18,
  matters: '希望延长申报时间',
};
const faults = (register: string, raw: object) =>
  Object.fromEntries(
    readRecord(registerOf(register), raw as Record<string, unknown>, TODAY).reasons.map((one) => [
      one.field,
      one.message,
    ]),
  );

describe('the registers themselves', () => {
  it.each(REGISTERS.map((register) => [register.code, register as Register] as const))(
    '%s names only fields that it has',
    (_code, register) => {
      const named = [register.title, register.day, register.amount?.field, register.about];
      for (const code of named) if (code !== undefined) expect(fieldOf(register, code), code).toBeDefined();
      expect(fieldOf(register, register.day)?.type).toBe('day');
      expect(fieldOf(register, register.title)?.required).toBe(true);
      expect(fieldOf(register, register.day)?.required).toBe(true);
      const { below } = register;
      if (below) expect(registerOf(below.register).fields.some((field) => field.of === register.code)).toBe(true);
    },
  );
});

describe('what each register asks for', () => {
  const required = (code: string) =>
    registerOf(code)
      .fields.filter((field) => field.required)
      .map((field) => field.label);

  it('of outside contributors: who, of which kind, good at what (ITP-15)', () => {
    expect(required('contributor')).toEqual(['姓名或机构名称', '类别', '擅长领域', '开始合作日期']);
    const kinds = fieldOf(registerOf('contributor'), 'kind')?.choices ?? {};
    expect(Object.values(kinds)).toEqual(['专家学者', '新闻媒体', '第三方机构', '行业协会、商会', '园区、楼宇']);
  });

  it('of spokespersons: for firms or for people, and what they did (ITP-16)', () => {
    const kinds = fieldOf(registerOf('spokesperson'), 'kind')?.choices ?? {};
    expect(Object.values(kinds)).toEqual(['惠企政策发言人', '惠民政策代言人']);
    expect(required('spokespersonActivity')).toEqual(['发言人', '活动主题', '形式', '日期']);
  });

  it('of meetings with firms: the form, how many came, what they raised (ITP-17)', () => {
    expect(required('enterpriseTalk')).toEqual(['主题', '形式', '日期', '参加人数', '企业反映的问题']);
  });
});

describe('what somebody filled in', () => {
  it('is read field by field, blanks left out', () => {
    const { values, reasons } = readRecord(registerOf('enterpriseTalk'), { ...talk, place: '  ' }, TODAY);
    expect(reasons).toEqual([]);
    expect(values).toMatchObject({ ...talk, place: null, documents: null });
  });

  it('is told of every fault at once, in words', () => {
    expect(
      faults('enterpriseTalk', { form: 'tea', heldOn: '2026-06-31', participants: 1.5, documents: ['a'] }),
    ).toEqual({
      topic: '请填写主题。',
      form: '形式没有“tea”这一项。',
      heldOn: '日期请按“年-月-日”填写，例如 2026-03-31。',
      participants: '参加人数应为不小于 0 的整数。',
      documents: '讲解的文件请从已公开的信息中选择。',
      matters: '请填写企业反映的问题。',
    });
  });

  it('has happened already', () => {
    expect(faults('enterpriseTalk', { ...talk, heldOn: '2026-06-16' })).toEqual({
      heldOn: '日期不能晚于今天，事情发生后再登记。',
    });
  });

  it('links to pages of the web alone', () => {
    const raw = { interpretation: 3, medium: '日报', mediumKind: 'main', day: '2026-06-01' };
    for (const address of ['javascript:alert(1)', 'ftp://a.example', '//a.example', 'https://'])
      expect(Object.keys(faults('reprint', { ...raw, address })), address).toEqual(['address']);
    expect(faults('reprint', { ...raw, address: 'https://a.example/x?y=1' })).toEqual({});
  });

  it('cannot set what an act of its own sets, nor fields that there are not', () => {
    const raw = {
      document: 3,
      question: '怎么报名',
      source: 'hotline',
      askedOn: '2026-06-01',
      times: 4,
      answeredBy: 9,
    };
    const { values, reasons } = readRecord(registerOf('question'), raw, TODAY);
    expect(reasons).toEqual([]);
    expect(values).not.toHaveProperty('answeredBy');
    expect(Object.keys(faults('question', { ...raw, unit_id: 'x' }))).toEqual(['unit_id']);
  });

  it('is no longer than its field', () => {
    expect(faults('enterpriseTalk', { ...talk, topic: '长'.repeat(101) }).topic).toBe('主题最多 100 字，现在 101 字。');
  });
});

describe('a value in a list', () => {
  const names = { title: (number: number) => `文件${number}`, record: (id: string) => `记录${id}` };
  const shown = (register: string, code: string, value: Parameters<typeof recordText>[1]) => {
    const field = fieldOf(registerOf(register), code);
    return field && recordText(field, value, names);
  };

  it('reads as words, titles and names', () => {
    expect(shown('reprint', 'mediumKind', 'account')).toBe('政务新媒体');
    expect(shown('reprint', 'interpretation', 7)).toBe('文件7');
    expect(shown('reprint', 'reach', 7)).toBe('7');
    expect(shown('enterpriseTalk', 'documents', [1, 2])).toBe('文件1；文件2');
    expect(shown('coaching', 'file', { sha256: 'a', name: '课件.pptx' })).toBe('课件.pptx');
    expect(shown('coachingUse', 'coaching', 'x')).toBe('记录x');
    expect(shown('coaching', 'note', null)).toBe('');
  });
});

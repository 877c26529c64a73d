import { describe, expect, it } from 'vitest';
import { bodyOf, paragraph } from '../../../../kernel/document-body.fixtures.ts';
import { bodyText } from '../../../../kernel/document-body.ts';
import type { KindView } from '../../register.contract.ts';
import { importedContent } from './imported-content.ts';

const KIND: KindView = {
  code: 'policyDocument',
  name: '政策文件',
  fields: [
    { code: 'documentNumber', label: '发文字号', type: 'documentNumber', required: true },
    { code: 'takesEffectOn', label: '施行日期', type: 'date', required: false },
  ],
  body: 'required',
  attachments: { required: false, max: 3 },
  relations: [],
  reviewSteps: [],
  columns: [],
};
const ANSWER = {
  body: bodyOf(
    paragraph('b1', '明府办〔2026〕3号'),
    paragraph('b2', '关于公开的通知'),
    paragraph('b3', '各单位：'),
    paragraph('b4', '2026年4月1日'),
  ),
  proposals: [
    { field: 'documentNumber', value: '明府办〔2026〕3号', excerpt: '明府办〔2026〕3号', blockId: 'b1' },
    { field: 'title', value: '关于公开的\n通知', excerpt: '关于公开的通知', blockId: 'b2' },
    { field: 'effectiveOn', value: '2026-05-01', excerpt: '自2026年5月1日起施行', blockId: 'b3' },
    { field: 'issuer', value: '区政府办公室', excerpt: '区政府办公室', blockId: 'b4' },
  ],
  headBlockIds: ['b1', 'b2'],
  doubts: [],
};

describe('an imported document', () => {
  it('has its elements in the fields of the kind and not a second time in the text', () => {
    const { content, taken } = importedContent(ANSWER, KIND, '');
    expect(content.title).toBe('关于公开的通知');
    expect(content.fields).toEqual({ documentNumber: '明府办〔2026〕3号', takesEffectOn: '2026-05-01' });
    expect(content.body && bodyText(content.body)).toBe('各单位：\n2026年4月1日');
    expect(taken.map((one) => one.label)).toEqual(['发文字号', '施行日期']);
  });

  it('keeps in the text what the kind has no field for', () => {
    const { content } = importedContent(
      { ...ANSWER, headBlockIds: ['b1', 'b2', 'b4'] },
      { ...KIND, fields: [] },
      '我的标题',
    );
    expect(content.title).toBe('我的标题');
    expect(content.body && bodyText(content.body)).toBe('明府办〔2026〕3号\n各单位：\n2026年4月1日');
  });
});

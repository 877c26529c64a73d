import { describe, expect, it } from 'vitest';
import { DocumentBody } from '../../../kernel/document-body.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { LOOKS_NORMATIVE } from './normative-signs.ts';
import { policyDocument } from './policy-document.kind.ts';

const TODAY = '2026-11-21' as LocalDate;

function said(title: string, fields: Record<string, string | boolean> = {}, text = '') {
  const body = DocumentBody.parse({
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'p1' }, ...(text ? { content: [{ type: 'text', text }] } : {}) }],
  });
  return LOOKS_NORMATIVE.faults({ title, fields: { documentType: '通知', normative: false, ...fields }, body }, TODAY);
}

describe('what looks like a normative document without the mark', () => {
  it.each([
    '明湖区教育局关于印发《民办托育机构管理办法》的通知',
    '关于印发《明湖区既有住宅加装电梯资金补贴实施细则（试行）》的通知',
    '明湖区规划和自然资源局关于印发《临时用地管理办法》的通知',
    '关于延长《明湖区公共租赁住房管理办法》有效期的通知',
    '明湖区户外广告设置规定',
    '明湖区人民政府关于促进消费的若干措施',
    '关于调整居民最低生活保障标准的通知',
    '关于禁止燃放烟花爆竹的通告',
    '关于划定非机动车禁停区域的公告',
  ])('is told by its title: %s', (title) => {
    expect(said(title)).toMatchObject([{ place: 'field:normative' }]);
  });

  it.each([
    '关于印发2026年政务公开工作要点的通知',
    '明湖区国土空间总体规划',
    '关于印发《区政府工作规则》的通知',
    '关于印发《机关公务用车管理办法》的通知',
    '关于废止《明湖区临时停车管理办法》的决定',
    '关于张某等同志任免的通知',
    '关于《明湖区养犬管理规定》公开征求意见的公告',
    '关于做好2026年冬季校园取暖安全工作的通知',
    '关于表彰先进集体的决定',
  ])('is not told of what the rules leave out: %s', (title) => {
    expect(said(title)).toEqual([]);
  });

  it('is told by a text that binds people outside from a day on; either alone says nothing', () => {
    const binds = '经营者应当在门前三米内自行保洁，不得占道。';
    const holds = '本通知自2026年12月1日起施行，有效期三年。';
    const title = '关于加强门前责任区工作的通知';
    expect(said(title, {}, `${binds}${holds}`)[0]?.message).toContain('正文规定了');
    expect(said(title, {}, binds)).toEqual([]);
    expect(said(title, {}, holds)).toEqual([]);
    expect(said(title, { documentType: '函' }, `${binds}${holds}`)).toEqual([]);
  });

  it('is content with the mark, and with a reason, which reviewers then read', () => {
    const title = '明湖区户外广告设置规定';
    expect(said(title, { normative: true })).toEqual([]);
    expect(said(title)[0]?.message).toContain('请勾选“行政规范性文件”');
    const answered = said(title, { notNormativeBecause: '仅规定本局内部分工' })[0]?.message;
    expect(answered).toBe(
      '标题中的“规定”表明这可能是行政规范性文件。起草人说明不列入的理由：仅规定本局内部分工。请审核人判断。',
    );
  });

  it('never blocks, and its reason never leaves the workbench', () => {
    expect(LOOKS_NORMATIVE.severity).toBe('warns');
    expect(policyDocument.ownRules).toContain(LOOKS_NORMATIVE);
    const field = policyDocument.fields.find((one) => one.code === 'notNormativeBecause');
    expect(field).toMatchObject({ internal: true, required: false });
  });
});

import { describe, expect, it } from 'vitest';
import { bodyOf, paragraph } from '../../../../kernel/document-body.fixtures.ts';
import { bodyText } from '../../../../kernel/document-body.ts';
import { compareVersions, mergeChoices } from '../../../../workbench/components/stale-merge.ts';
import type { Content } from '../../content/content.contract.ts';
import { contentOf, flatContent, partLabels } from './flat-content.ts';

const base: Content = {
  schema: 1,
  title: '通知',
  fields: { documentNumber: '明府办〔2026〕3号', issuer: '区政府办公室' },
  body: bodyOf(paragraph('a', '第一条'), paragraph('b', '第二条'), paragraph('c', '第三条')),
  attachments: [],
  relations: [],
};

function merge(theirs: Content, mine: Content, choices: Record<string, 'theirs' | 'mine'> = {}): Content {
  const names = partLabels([mine, theirs, base], undefined).map((part) => part.name);
  const fields = Object.keys({ ...mine.fields, ...theirs.fields }).map((code) => `field:${code}`);
  const [b, t, m] = [flatContent(base), flatContent(theirs), flatContent(mine)];
  return contentOf(mergeChoices(m, compareVersions([...names, ...fields], b, t, m), choices), mine, theirs);
}

describe('two editors of one document', () => {
  it('both keep what each changed elsewhere', () => {
    const theirs = {
      ...base,
      title: '通告',
      body: bodyOf(paragraph('a', '第一条甲'), paragraph('b', '第二条'), paragraph('c', '第三条')),
    };
    const mine = {
      ...base,
      fields: { ...base.fields, issuer: '区政府' },
      body: bodyOf(paragraph('a', '第一条'), paragraph('b', '第二条乙'), paragraph('c', '第三条')),
    };
    const merged = merge(theirs, mine);
    expect(merged.title).toBe('通告');
    expect(merged.fields.issuer).toBe('区政府');
    expect(merged.body && bodyText(merged.body)).toBe('第一条甲\n第二条乙\n第三条');
  });

  it('keep blocks that either added, in their order, and lose those that one removed', () => {
    const theirs = {
      ...base,
      body: bodyOf(
        paragraph('a', '第一条'),
        paragraph('x', '新增甲'),
        paragraph('b', '第二条'),
        paragraph('c', '第三条'),
      ),
    };
    const mine = {
      ...base,
      body: bodyOf(paragraph('a', '第一条'), paragraph('b', '第二条'), paragraph('y', '新增乙')),
    };
    const merged = merge(theirs, mine);
    expect(merged.body && bodyText(merged.body)).toBe('第一条\n新增甲\n第二条\n新增乙');
  });

  it('choose where both changed the same block', () => {
    const theirs = { ...base, body: bodyOf(paragraph('a', '甲'), paragraph('b', '第二条'), paragraph('c', '第三条')) };
    const mine = { ...base, body: bodyOf(paragraph('a', '乙'), paragraph('b', '第二条'), paragraph('c', '第三条')) };
    expect(bodyText(merge(theirs, mine).body ?? bodyOf())).toContain('乙');
    expect(bodyText(merge(theirs, mine, { 'block:a': 'theirs' }).body ?? bodyOf())).toContain('甲');
  });

  it('never hold the same id twice', () => {
    const theirs = {
      ...base,
      body: bodyOf(
        { type: 'blockquote', attrs: { id: 'q' }, content: [paragraph('b', '第二条')] },
        paragraph('c', '第三条'),
      ),
    };
    const merged = merge(theirs, {
      ...base,
      body: bodyOf(paragraph('a', '改'), paragraph('b', '第二条改'), paragraph('c', '第三条')),
    });
    const ids = JSON.stringify(merged.body).match(/"id":"[^"]+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

import { describe, expect, it } from 'vitest';
import { Content } from '../content/content.contract.ts';
import type { FieldDefinition } from '../kinds/publication-kind.ts';
import { type KnownFinding, reconcile } from './reconcile.ts';
import { searchContent } from './search-content.ts';

const FIELDS: readonly FieldDefinition[] = [
  { code: 'summary', label: '摘要', type: 'longText', required: false },
  { code: 'note', label: '内部备注', type: 'text', required: false, internal: true },
];
/** Right by the checksum of GB 11643, made up for this test. */
const NUMBER = '110101199003074450';
const paragraph = (id: string, text: string) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const cell = (type: string, id: string, text: string) => ({ type, content: [paragraph(id, text)] });

function search(more: object, attachments: Parameters<typeof searchContent>[2] = []) {
  return searchContent({ fields: FIELDS }, Content.parse({ title: '名单', ...more }), attachments);
}

describe('the search for personal data', () => {
  it('looks into title, fields, text and the cells of tables, and says where', () => {
    const table = {
      type: 'table',
      attrs: { id: 't1' },
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'h1', '姓名'), cell('tableHeader', 'h2', '身份证号')] },
        { type: 'tableRow', content: [cell('tableCell', 'c1', '第一名'), cell('tableCell', 'c2', NUMBER)] },
      ],
    };
    const found = search({
      title: `关于${NUMBER}的公示`,
      fields: { summary: `证号${NUMBER}` },
      body: { type: 'doc', content: [paragraph('p1', `身份证号：${NUMBER}。`), table] },
    }).filter((one) => one.type === 'identityNumber');
    expect(found.map((one) => one.place)).toEqual(['title', 'field:summary', 'block:p1', 'block:c2']);
    expect(found.map((one) => one.words)).toEqual([NUMBER, NUMBER, NUMBER, NUMBER]);
    expect(found.every((one) => !one.masked.includes(NUMBER))).toBe(true);
  });

  describe('in tables', () => {
    const row = (at: number, ...words: string[]) => ({
      type: 'tableRow',
      content: words.map((text, column) => cell(at === 0 ? 'tableHeader' : 'tableCell', `r${at}c${column}`, text)),
    });
    const found = (...rows: object[]) =>
      search({ body: { type: 'doc', content: [{ type: 'table', attrs: { id: 't1' }, content: rows }] } }).map(
        ({ place, type, words, masked }) => [place.replace('block:', ''), type, words, masked],
      );

    it('heads of columns say what stands below: names and addresses of people, not of offices', () => {
      const table = [
        row(0, '姓名', '身份证号', '住址', '办理机关'),
        row(1, '王小芳', NUMBER, '明湖区湖滨路12号3幢201室', '明湖区教育局'),
      ];
      expect(found(...table)).toEqual([
        ['r1c0', 'name', '王小芳', '王某某'],
        ['r1c1', 'identityNumber', NUMBER, expect.stringContaining('*')],
        ['r1c2', 'address', expect.stringContaining('湖滨路'), expect.stringContaining('*')],
      ]);
    });

    it('a title over all columns is no head', () => {
      const title = {
        type: 'tableRow',
        content: [{ ...cell('tableHeader', 'top', '入选名单'), attrs: { colspan: 2 } }],
      };
      const table = [title, row(1, '姓名', '住址'), row(2, '李大强', '明湖区学院路8号2单元501室')];
      expect(found(...table).map(([place, type]) => [place, type])).toEqual([
        ['r2c0', 'name'],
        ['r2c1', 'address'],
      ]);
    });

    it('heads may stand beside the values, numbers be parted by borders, and most heads tell of other things', () => {
      expect(found(row(1, '姓名', '赵小敏'), row(2, '身份证号', NUMBER)).map(([place]) => place)).toEqual([
        'r1c1',
        'r2c1',
      ]);
      expect(found(row(1, NUMBER.slice(0, 6), NUMBER.slice(6, 14), NUMBER.slice(14))).map(([place]) => place)).toEqual([
        'r1c0',
        'r1c1',
        'r1c2',
      ]);
      const wide = [row(0, '序号', '项目', '标准', '金额', '姓名'), row(1, '1', '临时救助', '二档', '800元', '钱小梅')];
      expect(found(...wide).map(([place, type]) => [place, type])).toEqual([['r1c4', 'name']]);
    });

    it('finds in every paragraph of a cell where it stands', () => {
      const two = cell('tableCell', 'a', '王小芳');
      const content = [
        {
          type: 'tableRow',
          content: [{ ...two, content: [...two.content, paragraph('b', '李大强')] }, cell('tableCell', 'c', NUMBER)],
        },
      ];
      const table = found(row(0, '姓名', '身份证号'), ...content);
      expect(table.map(([place, , words]) => [place, words])).toEqual([
        ['a', '王小芳'],
        ['b', '李大强'],
        ['c', NUMBER],
      ]);
    });
  });

  it('passes over fields that never become public', () => {
    expect(search({ fields: { note: NUMBER } })).toEqual([]);
  });

  it('takes in what was found in attachments', () => {
    const one = { type: 'phone', start: 0, end: 11, words: '1', masked: '*', certainty: 'sure' as const, why: '' };
    const [found] = search({}, [{ sha256: 'f'.repeat(64), found: [one] }]);
    expect(found?.place).toBe(`attachment:${'f'.repeat(64)}`);
  });
});

describe('a decision about a finding', () => {
  const body = (text: string) => ({ body: { type: 'doc', content: [paragraph('p1', text)] } });
  const first = () => {
    const [one] = search(body(`身份证号：${NUMBER}`));
    if (!one) throw new Error('nothing found');
    return one;
  };
  const known = (more: Partial<KnownFinding> = {}): KnownFinding => ({
    id: 'f1',
    key: first().key,
    state: 'overridden',
    reason: '本人同意公开',
    start_at: first().start,
    end_at: first().end,
    ...more,
  });

  it('stays with its words when the text around them changes', () => {
    const later = search(body(`补充说明。身份证号：${NUMBER}`));
    expect(reconcile([known()], later)).toEqual({
      added: [],
      moved: [{ id: 'f1', start: first().start + 5, end: first().end + 5, state: 'overridden' }],
      gone: [],
    });
  });

  it('does not cover the same number a second time, nor at another place', () => {
    expect(reconcile([known()], search(body(`身份证号：${NUMBER}，身份证号：${NUMBER}`))).added).toHaveLength(1);
    expect(reconcile([known()], search({ fields: { summary: `身份证号${NUMBER}` } })).added).toHaveLength(1);
  });

  it('ends when the words are gone, and comes back with them', () => {
    expect(reconcile([known()], [])).toEqual({ added: [], moved: [], gone: ['f1'] });
    const back = reconcile([known({ state: 'gone' })], search(body(`身份证号：${NUMBER}`)));
    expect(back.moved).toEqual([{ id: 'f1', start: first().start, end: first().end, state: 'overridden' }]);
    const undecided = reconcile([known({ state: 'masked', reason: null })], search(body(`身份证号：${NUMBER}`)));
    expect(undecided.moved[0]?.state).toBe('open');
  });
});

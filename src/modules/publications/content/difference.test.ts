import { describe, expect, it } from 'vitest';
import { Content } from './content.contract.ts';
import { contentDifference } from './difference.ts';

const KIND = {
  fields: [
    { code: 'number', label: '发文字号', type: 'documentNumber' as const, required: true },
    { code: 'topics', label: '主题', type: 'tags' as const, required: false, choicesFrom: '/api/topics' },
    {
      code: 'manner',
      label: '解读安排',
      type: 'choice' as const,
      required: false,
      choices: [
        { value: 'together', label: '与文件同步解读' },
        { value: 'none', label: '不需要解读' },
      ],
    },
  ],
  relations: [{ code: 'basis', label: '依据', reverseLabel: '据此制定', target: 'either' as const }],
};
const paragraph = (id: string, text: string) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const content = (more: object, ...paragraphs: object[]) =>
  Content.parse({ title: '标题', body: { type: 'doc', content: paragraphs }, ...more });
const one = paragraph('a', '第一条 居民可以提出申请。');
const two = paragraph('b', '第二条 期限为二十个工作日。');
const three = paragraph('c', '第三条 本办法自公布之日起施行。');

const told = (from: Content | null, to: Content) =>
  contentDifference(KIND, from, to).map((part) => `${part.change} ${part.place}`);

describe('the difference between two versions', () => {
  it('is nothing between equal ones', () => {
    expect(told(content({}, one, two), content({}, one, two))).toEqual([]);
  });

  it('tells choices one by one, by the labels that people know', () => {
    const before = content({ fields: { manner: 'none', topics: ['education', 'health'] } });
    const after = content({ fields: { manner: 'together', topics: ['education', 'housing'] } });
    expect(contentDifference(KIND, before, after)).toEqual([
      {
        place: 'field:topics',
        label: '主题',
        change: 'changed',
        list: { choicesFrom: '/api/topics' },
        runs: [
          { kind: 'same', text: 'education' },
          { kind: 'removed', text: 'health' },
          { kind: 'added', text: 'housing' },
        ],
      },
      {
        place: 'field:manner',
        label: '解读安排',
        change: 'changed',
        list: { choicesFrom: null },
        runs: [
          { kind: 'removed', text: '不需要解读' },
          { kind: 'added', text: '与文件同步解读' },
        ],
      },
    ]);
  });

  it('shows a rewritten paragraph word by word', () => {
    const later = paragraph('b', '第二条 期限为十五个工作日。');
    const [part] = contentDifference(KIND, content({}, one, two), content({}, one, later));
    expect(part).toMatchObject({ place: 'block:b', change: 'changed', label: '正文第 2 段' });
    expect(
      part?.runs
        .filter((run) => run.kind !== 'added')
        .map((run) => run.text)
        .join(''),
    ).toBe('第二条 期限为二十个工作日。');
    expect(
      part?.runs
        .filter((run) => run.kind !== 'removed')
        .map((run) => run.text)
        .join(''),
    ).toBe('第二条 期限为十五个工作日。');
    expect(part?.runs.some((run) => run.kind === 'same' && run.text.includes('工作日'))).toBe(true);
  });

  it('tells added, removed and moved paragraphs apart', () => {
    expect(told(content({}, one, two), content({}, one, three, two))).toEqual(['added block:c']);
    expect(told(content({}, one, two, three), content({}, one, three))).toEqual(['removed block:b']);
    expect(told(content({}, one, two, three), content({}, two, three, one))).toEqual(['moved block:a']);
  });

  it('sees a change of formatting that leaves the words alone', () => {
    const bold = { ...one, content: [{ type: 'text', text: '第一条 居民可以提出申请。', marks: [{ type: 'bold' }] }] };
    expect(told(content({}, one), content({}, bold))).toEqual(['changed block:a']);
  });

  it('tells elements, attachments and relations', () => {
    const file = { sha256: 'a'.repeat(64), name: '附件.pdf', mediaType: 'application/pdf', size: 3 };
    const from = content({ fields: { number: '明教〔2026〕3号', topics: ['教育'] }, attachments: [file] });
    const to = content({
      title: '新标题',
      fields: { number: '明教〔2026〕4号' },
      attachments: [{ ...file, sha256: 'b'.repeat(64) }],
      relations: [{ type: 'basis', title: '《条例》' }],
    });
    expect(told(from, to)).toEqual([
      'changed title',
      'changed field:number',
      'removed field:topics',
      `added attachment:${'b'.repeat(64)}`,
      `removed attachment:${'a'.repeat(64)}`,
      'added relation:basis',
    ]);
  });

  it('against nothing shows everything as added', () => {
    expect(told(null, content({}, one))).toEqual(['added title', 'added block:a']);
  });
});

import { describe, expect, it } from 'vitest';
import { bodyOf, everyNode, paragraph, table, withMarks } from '../document-body.fixtures.ts';
import { DocumentBody, isSafeHref } from '../document-body.ts';

const check = (value: unknown): boolean => DocumentBody.safeParse(value).success;

describe('what a document may hold', () => {
  it('takes every node and mark of the closed set', () => {
    expect(check(everyNode())).toBe(true);
  });

  it.each([
    ['a script', { type: 'script', attrs: { id: 'a' } }],
    ['raw HTML', { type: 'html', text: '<b>' }],
    ['a name that every object has', { type: 'constructor', attrs: { id: 'a' } }],
    ['a style', { type: 'paragraph', attrs: { id: 'a', style: 'color:red' } }],
    ['a handler', { type: 'paragraph', attrs: { id: 'a' }, onclick: 'x()' }],
    ['a heading of level 1', { type: 'heading', attrs: { id: 'a', level: 1 } }],
    ['a block without id', { type: 'paragraph', attrs: {} }],
    ['an id that could leave its attribute', { type: 'paragraph', attrs: { id: '"><script>' } }],
    ['an image from elsewhere', { type: 'image', attrs: { id: 'a', src: 'https://a.example/x.png', alt: '' } }],
    ['a list without items', { type: 'bulletList', attrs: { id: 'a' }, content: [] }],
    ['words outside a paragraph', { type: 'text', text: '文字' }],
    ['a cell outside a table', { type: 'tableCell', content: [paragraph('a', '')] }],
    ['a mark twice', withMarks([{ type: 'bold' }, { type: 'bold' }])],
    ['an unknown mark', withMarks([{ type: 'textStyle', attrs: { color: 'red' } }])],
    ['a half character', paragraph('a', '\ud800')],
    ['NUL, which no database stores', paragraph('a', 'a\0b')],
  ])('refuses %s', (_what, block) => {
    expect(check({ type: 'doc', content: [block] })).toBe(false);
  });

  it('refuses the same id twice, at whatever depth', () => {
    expect(check(bodyOf(paragraph('a', '一'), table('t', [['甲']]), paragraph('t-0-0', '二')))).toBe(false);
  });

  it('names the place and says in Chinese what to do', () => {
    const answer = DocumentBody.safeParse(
      bodyOf(paragraph('a', '一'), withMarks([{ type: 'link', attrs: { href: 'javascript:x' } }])),
    );
    expect(answer.error?.issues).toMatchObject([
      { path: ['content', 1, 'content', 0], message: expect.stringContaining('链接须以 http://') },
    ]);
  });

  it('answers to a nesting of 50,000 without exhausting the stack', () => {
    const open = '{"type":"bulletList","attrs":{"id":"a"},"content":[{"type":"listItem","content":[';
    const deep = JSON.parse(`{"type":"doc","content":[${open.repeat(50_000)}${']}]}'.repeat(50_000)}]}`);
    expect(check(deep)).toBe(false);
  });
});

describe('addresses of links', () => {
  it.each(['https://www.gov.cn/zhengce', 'http://a.example', 'mailto:xxgk@minghu.example', '/documents/12', '/'])(
    'takes %s',
    (href) => {
      expect(isSafeHref(href)).toBe(true);
    },
  );
  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https:///x',
    'https://a.example/" onmouseover="x',
    'vbscript:x',
    'documents/12',
    '',
  ])('refuses %j', (href) => {
    expect(isSafeHref(href)).toBe(false);
    expect(check(bodyOf(withMarks([{ type: 'link', attrs: { href } }])))).toBe(false);
  });
});

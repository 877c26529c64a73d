import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { bodyOf, paragraph, table } from './document-body.fixtures.ts';
import {
  type Block,
  blocks,
  bodyText,
  DocumentBody,
  isSafeHref,
  renderBody,
  rendersAs,
  replaceText,
  textBlocks,
  withBlockIds,
} from './document-body.ts';

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

describe('the HTML of a document', () => {
  it('writes every node with its own tag', () => {
    expect(renderBody(DocumentBody.parse(everyNode()), { imageAddress: (sha256) => `/f/${sha256.slice(0, 2)}` })).toBe(
      [
        '<h2 class="align-center">第一章 总则</h2>',
        '<p class="align-right"><a href="https://www.gov.cn/?a=1&amp;b=2" rel="noopener noreferrer"><strong><em><u>&lt;通知&gt;</u></em></strong></a></p>',
        '<ul><li><p>一</p><ol start="3"><li><p>二</p></li></ol></li></ul>',
        '<blockquote><p>引文</p></blockquote>',
        '<div class="table-scroll" role="region" aria-label="表格：姓名" tabindex="0"><table><tbody><tr><th scope="col" colspan="2"><p>姓名</p></th></tr><tr><th scope="row"><p>甲</p></th><td rowspan="2"><p></p></td></tr></tbody></table></div>',
        '<figure><img src="/f/aa" alt="&quot;流程&quot;图" loading="lazy"></figure>',
        '<hr>',
      ].join('\n'),
    );
  });

  it('gives each table a name of its own: its number, and its title or the heading above', () => {
    const heading: Block = {
      type: 'heading',
      attrs: { id: 'h', level: 2 },
      content: [{ type: 'text', text: '二、“标准”' }],
    };
    const titled = table('t4', [
      ['', ''],
      ['一档', '300元'],
    ]);
    titled.content[0] = {
      type: 'tableRow',
      content: [{ type: 'tableCell', attrs: { colspan: 2 }, content: [paragraph('cap', '补贴标准')] }],
    };
    const body = bodyOf(
      table('t1', [['甲']]),
      heading,
      table('t2', [['乙']]),
      paragraph('p', '附表1  受理窗口'),
      table('t3', [['丙']]),
      titled,
    );
    const named = (html: string) => [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(named(renderBody(DocumentBody.parse(body)))).toEqual([
      '表格1',
      '表格2：二、“标准”',
      '表格3：附表1 受理窗口',
      '表格4：补贴标准',
    ]);
    expect(named(renderBody(bodyOf(table('t1', [['甲']]))))).toEqual(['表格']);
  });

  it('knows its own words again, those frozen before tables had names included', () => {
    const body = bodyOf(table('t1', [['甲']]), table('t2', [['乙']]));
    const now = renderBody(body);
    const before = now.replaceAll(/aria-label="表格\d"/g, 'aria-label="表格"');
    expect([rendersAs(body, now), rendersAs(body, before), rendersAs(body, before.replace('甲', '丁'))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('never has a script, a handler, a style or an unknown tag, whatever JSON comes in', () => {
    const random = randomFrom(20260331);
    let taken = 0;
    for (let round = 0; round < 4000; round += 1) {
      const parsed = DocumentBody.safeParse({ type: 'doc', content: list(random, () => anyBlock(random, 0)) });
      if (!parsed.success) continue;
      taken += 1;
      expectSafe(renderBody(parsed.data));
    }
    // Enough of the random documents must be real ones for this to mean anything.
    expect(taken).toBeGreaterThan(400);
  });
});

describe('the words of a document', () => {
  const body = DocumentBody.parse(
    bodyOf(
      { type: 'heading', attrs: { id: 'h', level: 2 }, content: [{ type: 'text', text: '救助名单' }] },
      paragraph('p', '公示如下：'),
      table('t', [
        ['姓名', '身份证号'],
        ['张三', '110101199003078515'],
      ]),
    ),
  );

  it('are lines, with tabs between cells', () => {
    expect(bodyText(body)).toBe('救助名单\n公示如下：\n姓名\t身份证号\n张三\t110101199003078515');
    expect(blocks(body).map((block) => block.id)).toEqual(['h', 'p', 't']);
  });

  it('know the heading above them, in a table that of their column', () => {
    expect(textBlocks(body).map(({ id, heading, kind, topId }) => [id, heading, kind, topId])).toEqual([
      ['h', '救助名单', 'body', 'h'],
      ['p', '救助名单', 'body', 'p'],
      ['t-0-0', null, 'table', 't'],
      ['t-0-1', null, 'table', 't'],
      ['t-1-0', '姓名', 'table', 't'],
      ['t-1-1', '身份证号', 'table', 't'],
    ]);
  });

  it('follow columns through joined cells', () => {
    const joined = table('t', [
      ['序号', '姓名', '电话'],
      ['一', '张三', '1'],
      ['李四', '2'],
    ]);
    const first = joined.content[1]?.content?.[0];
    if (first) first.attrs = { rowspan: 2 };
    expect(
      textBlocks(bodyOf(joined))
        .slice(-2)
        .map((place) => place.heading),
    ).toEqual(['姓名', '电话']);
  });

  it('can be replaced in their place, keeping the formatting', () => {
    const marked = bodyOf({
      type: 'paragraph',
      attrs: { id: 'p' },
      content: [
        { type: 'text', text: '电话138' },
        { type: 'text', text: '1234', marks: [{ type: 'bold' }] },
        { type: 'text', text: '5678。' },
      ],
    });
    const masked = replaceText(marked, [{ blockId: 'p', start: 2, end: 13, text: '138****5678' }]);
    expect(masked.content[0]).toMatchObject({ content: [{ text: '电话138****5678' }, { text: '。' }] });
    expect(
      bodyText(replaceText(body, [{ blockId: 't-1-1', start: 0, end: 18, text: '110101********8515' }])),
    ).toContain('张三\t110101********8515');
  });

  it('replaces several at once and never one within another', () => {
    const digits = bodyOf(paragraph('p', '0123456789'));
    const after = replaceText(digits, [
      { blockId: 'p', start: 6, end: 8, text: 'bb' },
      { blockId: 'p', start: 1, end: 3, text: 'a' },
      { blockId: 'p', start: 2, end: 4, text: 'x' },
    ]);
    expect(bodyText(after)).toBe('0a345bb89');
  });
});

it('gives ids to blocks that lack one or share one', () => {
  let count = 0;
  const body = withBlockIds(
    {
      type: 'doc',
      content: [{ type: 'paragraph' }, paragraph('a', ''), paragraph('a', ''), { ...table('t', [['甲']]), attrs: {} }],
    },
    () => `n${++count}`,
  );
  expect(blocks(DocumentBody.parse(body)).map((block) => block.id)).toEqual(['n1', 'a', 'n2', 'n3']);
});

function withMarks(marks: unknown[]): Block {
  return {
    type: 'paragraph',
    attrs: { id: 'm' },
    content: [{ type: 'text', text: '文字', marks }],
  } as unknown as Block;
}

function everyNode(): unknown {
  const link = { type: 'link', attrs: { href: 'https://www.gov.cn/?a=1&b=2' } };
  const item = (...content: unknown[]) => ({ type: 'listItem', content });
  return {
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { id: 'h', level: 2, align: 'center' },
        content: [{ type: 'text', text: '第一章 总则' }],
      },
      {
        type: 'paragraph',
        attrs: { id: 'p', align: 'right' },
        content: [
          { type: 'text', text: '<通知>', marks: [{ type: 'underline' }, link, { type: 'bold' }, { type: 'italic' }] },
        ],
      },
      {
        type: 'bulletList',
        attrs: { id: 'u' },
        content: [
          item(paragraph('u1', '一'), {
            type: 'orderedList',
            attrs: { id: 'o', start: 3 },
            content: [item(paragraph('o1', '二'))],
          }),
        ],
      },
      { type: 'blockquote', attrs: { id: 'q' }, content: [paragraph('q1', '引文')] },
      {
        type: 'table',
        attrs: { id: 't' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('c1', '姓名')] }],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [paragraph('c2', '甲')] },
              { type: 'tableCell', attrs: { rowspan: 2 }, content: [paragraph('c3', '')] },
            ],
          },
        ],
      },
      { type: 'image', attrs: { id: 'i', fileSha256: 'a'.repeat(64), alt: '"流程"图' } },
      { type: 'horizontalRule', attrs: { id: 'r' } },
    ],
  };
}

const TAGS = new Set('h2 h3 h4 p ul ol li blockquote div table tbody tr th td figure img hr a strong em u'.split(' '));
const ATTRIBUTES = new Set(
  'class start role aria-label tabindex scope colspan rowspan src alt loading href rel'.split(' '),
);

function expectSafe(html: string): void {
  const waiting: { type: string; name?: string; attribs?: Record<string, string>; children?: unknown[] }[] = [
    ...(parseDocument(html).children as never[]),
  ];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') continue;
    expect(TAGS, html).toContain(node.name);
    for (const [name, value] of Object.entries(node.attribs ?? {})) {
      expect(ATTRIBUTES, html).toContain(name);
      if (name === 'href') expect(isSafeHref(value), html).toBe(true);
      if (name === 'src') expect(value).toMatch(/^\/files\/[0-9a-f]{64}$/);
    }
    waiting.push(...((node.children ?? []) as never[]));
  }
}

type Random = () => number;

function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

function list<T>(random: Random, make: () => T): T[] {
  return Array.from({ length: 1 + Math.floor(random() * 2) }, make);
}

const EVIL = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='x",
  '</p></div><!--/text--><style>*{}</style>',
  '&lt;script&gt;',
  'javascript:alert(1)',
  ']]>',
  '文字',
];
const HREFS = [
  ...EVIL,
  'https://a.example/?x=1&y="',
  'https://a.example/<x>',
  "/a'onclick='x",
  'https://a.example',
  'mailto:a@b.example',
];
const TYPES = 'paragraph heading bulletList orderedList blockquote table image horizontalRule'.split(' ');

/** Mostly well formed, with hostile words everywhere and now and then something that does not belong. */
function anyBlock(random: Random, depth: number): unknown {
  if (random() < 0.04) return pick<unknown>(random, [null, 1, 'x', { type: 'script' }, { type: 'paragraph' }, []]);
  const attrs: Record<string, unknown> = { id: `b${Math.floor(random() * 1e9)}` };
  if (random() < 0.03) attrs[pick(random, ['style', 'onclick', 'class'])] = pick(random, EVIL);
  const type = pick(random, depth > 3 ? ['paragraph', 'image'] : TYPES);
  const inner = () => list(random, () => anyBlock(random, depth + 1));
  switch (type) {
    case 'heading':
      return {
        type,
        attrs: { ...attrs, level: pick(random, [2, 3, 4]) },
        content: list(random, () => anyText(random)),
      };
    case 'paragraph':
      return {
        type,
        attrs: { ...attrs, align: pick(random, [undefined, 'right']) },
        content: list(random, () => anyText(random)),
      };
    case 'image':
      return { type, attrs: { ...attrs, fileSha256: 'b'.repeat(64), alt: pick(random, EVIL) } };
    case 'blockquote':
      return { type, attrs, content: inner() };
    case 'table': {
      const cell = () => ({ type: pick(random, ['tableCell', 'tableHeader']), content: inner() });
      return { type, attrs, content: list(random, () => ({ type: 'tableRow', content: list(random, cell) })) };
    }
    case 'horizontalRule':
      return { type, attrs };
    default:
      return { type, attrs, content: list(random, () => ({ type: 'listItem', content: inner() })) };
  }
}

function anyText(random: Random): unknown {
  const marks = [
    { type: pick(random, ['bold', 'italic', 'underline']) },
    { type: 'link', attrs: { href: pick(random, HREFS) } },
  ];
  return { type: 'text', text: pick(random, EVIL), ...(random() < 0.3 ? { marks } : {}) };
}

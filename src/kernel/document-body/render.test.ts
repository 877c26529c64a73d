import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { bodyOf, everyNode, paragraph, table } from '../document-body.fixtures.ts';
import { type Block, DocumentBody, isSafeHref, renderBody, rendersAs } from '../document-body.ts';

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

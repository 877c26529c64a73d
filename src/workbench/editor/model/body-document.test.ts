import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { bodyOf as body, paragraph, table } from '../../../kernel/document-body.fixtures.ts';
import { type Body, DocumentBody, NODE_RULES } from '../../../kernel/document-body.ts';
import { insertTable, setLink, setStyle, toggleAlign, toggleList } from '../editor-commands.ts';
import { blockIds } from './block-id.ts';
import { bodyOf, documentOf } from './body-document.ts';
import { schema } from './schema.ts';

const FULL: Body = DocumentBody.parse(
  body(
    { type: 'heading', attrs: { id: 'h', level: 3, align: 'center' }, content: [{ type: 'text', text: '标题' }] },
    {
      type: 'paragraph',
      attrs: { id: 'p', align: 'right' },
      content: [
        { type: 'text', text: '甲', marks: [{ type: 'link', attrs: { href: '/documents/1' } }, { type: 'bold' }] },
        { type: 'text', text: '乙', marks: [{ type: 'italic' }, { type: 'underline' }] },
      ],
    },
    {
      type: 'orderedList',
      attrs: { id: 'o', start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('o1', '一'),
            {
              type: 'bulletList',
              attrs: { id: 'u' },
              content: [{ type: 'listItem', content: [paragraph('u1', '二')] }],
            },
          ],
        },
      ],
    },
    { type: 'blockquote', attrs: { id: 'q' }, content: [paragraph('q1', '引')] },
    table('t', [
      ['姓名', '电话'],
      ['甲', ''],
    ]),
    { type: 'image', attrs: { id: 'i', fileSha256: 'a'.repeat(64), alt: '图' } },
    { type: 'horizontalRule', attrs: { id: 'r' } },
  ),
);

describe('the editor and the kernel', () => {
  it('know the same nodes', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(NODE_RULES).sort());
  });

  it('hold every document alike, so that opening and saving changes nothing', () => {
    const doc = documentOf(FULL);
    doc.check();
    expect(bodyOf(doc)).toEqual(FULL);
  });

  it('keep joined cells and lose the width that the table library remembers', () => {
    const joined = table('t', [['甲', '乙']]);
    const cell = joined.content[0]?.content?.[0];
    if (cell) cell.attrs = { colspan: 2 };
    expect(bodyOf(documentOf(body(joined)))?.content).toEqual([joined]);
  });

  it('take nothing written for nothing', () => {
    expect(bodyOf(documentOf(null))).toBeNull();
    expect(bodyOf(documentOf({ type: 'doc', content: [] }))).toBeNull();
  });
});

describe('what is done in the editor', () => {
  const open = (content: Body): EditorState => EditorState.create({ doc: documentOf(content), plugins: [blockIds()] });
  const outcome = (state: EditorState, ...commands: Parameters<typeof run>[1][]): Body | null =>
    bodyOf(commands.reduce(run, state).doc);

  it('always gives a document that the server takes', () => {
    const state = open(body(paragraph('a', '一'), paragraph('b', '二')));
    const result = outcome(
      state,
      toggleList(schema.nodes.bulletList),
      toggleAlign('right'),
      insertTable(2, 2),
      setStyle(2),
    );
    expect(DocumentBody.safeParse(result).error?.issues ?? []).toEqual([]);
  });

  it('writes an address as its own words when none are chosen', () => {
    expect(outcome(open(body(paragraph('a', ''))), setLink('https://www.gov.cn'))?.content[0]).toMatchObject({
      content: [{ text: 'https://www.gov.cn', marks: [{ type: 'link', attrs: { href: 'https://www.gov.cn' } }] }],
    });
  });

  it('gives a copied block an id of its own and leaves the first one', () => {
    const state = open(body(paragraph('a', '一')));
    const copied = state.apply(state.tr.insert(state.doc.content.size, state.doc.firstChild ?? []));
    const ids = bodyOf(copied.doc)?.content.map((block) => block.attrs.id) ?? [];
    expect(ids[0]).toBe('a');
    expect(ids[1]).toMatch(/^[a-z0-9]{12}$/);
  });
});

function run(
  state: EditorState,
  command: (state: EditorState, dispatch: (transaction: EditorState['tr']) => void) => boolean,
): EditorState {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

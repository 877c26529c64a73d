import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Content } from '../content/content.contract.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import { fileAddress, freeze, leafOf, saltedHash } from './freeze.ts';

const KIND: PublicationKind = {
  code: 'notice',
  name: '公告',
  fields: [
    { code: 'number', label: '发文字号', type: 'documentNumber', required: true },
    { code: 'note', label: '内部备注', type: 'text', required: false, internal: true },
  ],
  body: 'required',
  attachments: { required: false, max: 3 },
  relations: [],
  reviewSteps: [],
  columns: [],
  elementChecks: [],
};
const PICTURE = 'c'.repeat(64);
const CONTENT = Content.parse({
  title: '关于<公开>的公告',
  fields: { number: '明教〔2026〕3号', note: '内部说明' },
  body: {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: '<script>正文</script>' }] },
      { type: 'image', attrs: { id: 'i1', fileSha256: PICTURE, alt: '示意图' } },
    ],
  },
});
const AT = new Date('2026-03-02T01:00:00Z');
const input = {
  number: 12,
  ordinal: 1,
  kind: KIND,
  content: CONTENT,
  relations: [],
  pictures: [{ sha256: PICTURE, mediaType: 'image/png', size: 3 }],
  publishedAt: AT,
};

describe('the frozen public form', () => {
  const frozen = freeze(input);
  const record = JSON.parse(frozen.record.toString('utf8'));

  it('is canonical JSON, the same bytes for the same form, known by their hash', () => {
    expect(freeze({ ...input, content: structuredClone(CONTENT) }).record.equals(frozen.record)).toBe(true);
    expect(frozen.recordHash).toBe(createHash('sha256').update(frozen.record).digest('hex'));
    expect(Object.keys(record)).toEqual([...Object.keys(record)].sort());
  });

  it('leaves internal fields behind', () => {
    expect(record.fields).toEqual({ number: '明教〔2026〕3号' });
    expect(frozen.record.toString('utf8')).not.toContain('内部说明');
  });

  it('holds the text as safe HTML with the addresses of its public pictures', () => {
    expect(record.bodyHtml).toBe(frozen.bodyHtml);
    expect(frozen.bodyHtml).toContain('&lt;script&gt;');
    expect(frozen.bodyHtml).toContain(fileAddress(12, PICTURE));
  });
});

describe('the leaf of the log', () => {
  const leaf = leafOf({ event: 'published', number: 12, ordinal: 1, at: AT, manifest: [{ path: 'text', hash: 'ab' }] });

  it('is canonical JSON with nothing of the document', () => {
    expect(leaf.toString('utf8')).toBe(
      '{"at":"2026-03-02T01:00:00.000Z","event":"published","manifest":[{"hash":"ab","path":"text"}],"number":12,"ordinal":1,"schema":1}',
    );
  });

  it('hashes salted bytes, so that nobody can guess what was erased', () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(saltedHash(one, '身份证号')).not.toBe(saltedHash(other, '身份证号'));
    expect(saltedHash(one, 'x')).toBe(
      createHash('sha256')
        .update(Buffer.concat([one, Buffer.from('x')]))
        .digest('hex'),
    );
  });
});

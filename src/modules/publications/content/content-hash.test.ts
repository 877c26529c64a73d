import { describe, expect, it } from 'vitest';
import { Content } from './content.contract.ts';
import { canonicalBytes, contentHash } from './content-hash.ts';

const content = Content.parse({
  title: '关于公开的通知',
  fields: { issuedOn: '2026-03-01', topics: ['教育', '住房'] },
  attachments: [{ sha256: 'a'.repeat(64), name: '附件.pdf', mediaType: 'application/pdf', size: 3 }],
});

describe('the hash of a content', () => {
  it('is the same however its fields are ordered', () => {
    const turned = { ...content, fields: { topics: ['教育', '住房'], issuedOn: '2026-03-01' } };
    expect(contentHash(turned)).toBe(contentHash(content));
  });

  it('changes with every word, every value, every order that means something and every byte of an attachment', () => {
    const [file] = content.attachments;
    if (!file) throw new Error('the content has an attachment');
    const changed: Content[] = [
      { ...content, title: '关于公开的通知。' },
      { ...content, fields: { ...content.fields, issuedOn: '2026-03-02' } },
      { ...content, fields: { ...content.fields, topics: ['住房', '教育'] } },
      { ...content, attachments: [{ ...file, sha256: 'b'.repeat(64) }] },
      { ...content, attachments: [{ ...file, name: '附件1.pdf' }] },
    ];
    expect(new Set([content, ...changed].map(contentHash)).size).toBe(changed.length + 1);
  });

  it('is taken of canonical JSON (RFC 8785)', () => {
    expect(canonicalBytes({ b: 1.0, a: '€', c: [true, null] }).toString('utf8')).toBe(
      '{"a":"€","b":1,"c":[true,null]}',
    );
  });
});

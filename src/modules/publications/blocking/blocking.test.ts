import { describe, expect, it } from 'vitest';
import { Content } from '../content/content.contract.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import { reviewProgress } from '../reviews/review-progress.ts';
import { type BlockingFacts, blockingReasons, reasonsBeforeReview } from './blocking-reasons.ts';
import { type Member, togetherReasons, togetherRule } from './together.ts';

const KIND: PublicationKind = {
  code: 'notice',
  name: '公告',
  fields: [{ code: 'number', label: '发文字号', type: 'documentNumber', required: true }],
  body: 'required',
  attachments: { required: false, max: 3 },
  relations: [],
  reviewSteps: [{ code: 'first', name: '初审', group: 'review', roles: ['reviewer'], unit: 'owner' }],
  columns: [],
  elementChecks: [],
  together: {
    kind: 'interpretation',
    relation: 'interprets',
    when: { field: 'normative', oneOf: ['true'] },
    message: '还没有解读，请同步起草解读。',
  },
};
const CONTENT = Content.parse({
  title: '关于公开的公告',
  fields: { number: '明教〔2026〕3号' },
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: '正文' }] }],
  },
});
const HASH = 'a'.repeat(64);
const approved = [
  { step: 'first', decision: 'approved' as const, contentHash: HASH, reviewerId: 'r', at: new Date(0), isVoid: false },
];
const READY: BlockingFacts = {
  kind: KIND,
  content: CONTENT,
  state: 'approved',
  determination: { attribute: 'proactive', manner: 'open' },
  standings: reviewProgress(KIND.reviewSteps, approved, HASH),
  findings: [],
  attachments: [],
  openRemarks: [],
  elements: [],
};
const reasons = (more: Partial<BlockingFacts>) =>
  blockingReasons({ ...READY, ...more }).map((one) => `${one.code} ${one.place}`);

describe('what stands in the way of publishing', () => {
  it('is nothing when all is done', () => {
    expect(reasons({})).toEqual([]);
  });

  it('is told all at once, each with its place', () => {
    const everything: Partial<BlockingFacts> = {
      content: Content.parse({
        title: '',
        body: { type: 'doc', content: [{ type: 'image', attrs: { id: 'i1', fileSha256: HASH, alt: '' } }] },
      }),
      state: 'draft',
      determination: undefined,
      standings: reviewProgress(KIND.reviewSteps, [], HASH),
      findings: [{ id: 'f1', words: '正文有 1 处手机号码，请遮盖或说明可以公开的理由。' }],
      attachments: [
        { sha256: 'x', name: '名单.xlsx', isInspected: true, hidden: ['隐藏的工作表“底表”'], problems: ['含有宏'] },
        { sha256: 'y', name: '附件.pdf', isInspected: false, hidden: [], problems: [] },
      ],
      openRemarks: [{ id: 'm1', text: '日期请核对' }],
    };
    expect(reasons(everything)).toEqual([
      'element-missing title',
      'element-missing field:number',
      'element-missing body',
      'picture-without-words block:i1',
      'attachment-refused attachment:x',
      'attachment-hidden-data attachment:x',
      'attachment-not-inspected attachment:y',
      'personal-data finding:f1',
      'remark-open remark:m1',
      'not-determined determination',
      'not-submitted state',
      'step-not-approved review:first',
    ]);
  });

  it('includes more files than one entry of the log can vouch for', () => {
    const pictures = Array.from({ length: 501 }, (_, index) => ({
      type: 'image',
      attrs: { id: `i${index}`, fileSha256: index.toString(16).padStart(64, '0'), alt: '示意图' },
    }));
    const text = { type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: '正文' }] };
    const content = Content.parse({ ...CONTENT, body: { type: 'doc', content: [text, ...pictures] } });
    expect(reasons({ content })).toEqual(['too-many-files body']);
  });

  it('no publishing without a finished determination, nor of what is kept back or for a few only (REV-1, REV-9)', () => {
    expect(reasons({ determination: undefined })).toEqual(['not-determined determination']);
    expect(reasons({ determination: { attribute: 'withheld', manner: 'open' } })).toEqual([
      'attribute-keeps-back determination',
    ]);
    expect(reasons({ determination: { attribute: 'onRequest', manner: 'open' } })).toEqual([
      'attribute-keeps-back determination',
    ]);
    expect(reasons({ determination: { attribute: 'proactive', manner: 'targeted' } })).toEqual([
      'manner-targeted determination',
    ]);
  });

  it('before review: everything the drafter can mend, but not the reviews themselves', () => {
    const all = blockingReasons({
      ...READY,
      state: 'draft',
      standings: reviewProgress(KIND.reviewSteps, [], HASH),
      findings: [{ id: 'f1', words: '…' }],
      elements: [{ code: 'publish-within', place: 'field:number', severity: 'warns', message: '还剩 3 个工作日' }],
    });
    expect(reasonsBeforeReview(all).map((one) => one.code)).toEqual(['personal-data']);
  });
});

describe('three-in-step', () => {
  const member = (more: Partial<Member> = {}): Member => ({
    publicationId: 'text-2',
    kind: 'interpretation',
    title: '一图读懂',
    life: 'none',
    relations: [{ type: 'interprets', publicationId: 'doc-1', address: null, title: null, on: null }],
    reasons: [],
    ...more,
  });
  const rule = togetherRule(KIND, { fields: { normative: true } }, 'none');

  it('applies to what the kind says, and only to its first publication', () => {
    expect(rule?.kind).toBe('interpretation');
    expect(togetherRule(KIND, { fields: { normative: false } }, 'none')).toBeUndefined();
    expect(togetherRule(KIND, { fields: { normative: true } }, 'public')).toBeUndefined();
  });

  it('one without the other is a reason', () => {
    const self = { publicationId: 'doc-1' };
    expect(togetherReasons(self, rule, []).map((one) => one.message)).toEqual(['还没有解读，请同步起草解读。']);
    expect(togetherReasons(self, rule, [member()])).toEqual([]);
    expect(togetherReasons(self, rule, [member({ relations: [] })])).toHaveLength(1);
    const unready = { code: 'not-submitted', place: 'state', severity: 'blocks' as const, message: '还没有提交审核。' };
    const late = { code: 'publish-within', place: 'field:x', severity: 'warns' as const, message: '快到期' };
    expect(togetherReasons(self, rule, [member({ reasons: [late] })])).toEqual([]);
    expect(togetherReasons(self, rule, [member({ reasons: [unready, unready] })]).map((one) => one.message)).toEqual([
      '须与《一图读懂》同步发布，而它还不能发布：还没有提交审核。（另有 1 项）',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Role } from '../../../kernel/roles.ts';
import type { ReviewStep } from '../kinds/publication-kind.ts';
import { whyNotReview } from './may-review.ts';
import { type GivenReview, isFullyApproved, reviewProgress, stepsInForce } from './review-progress.ts';

const step = (code: string, group: ReviewStep['group'], roles: readonly Role[] = ['reviewer']): ReviewStep => ({
  code,
  name: code,
  group,
  roles,
  unit: 'owner',
});
const STEPS = [
  step('review1', 'review'),
  step('review2', 'review'),
  step('review3', 'review'),
  step('proof1', 'proofread'),
  step('proof2', 'proofread'),
  step('proof3', 'proofread'),
  step('secrecy', 'secrecy'),
];
const HASH = 'a'.repeat(64);
let minute = 0;

function given(stepCode: string, reviewerId: string, more: Partial<GivenReview> = {}): GivenReview {
  minute += 1;
  const at = new Date(Date.UTC(2026, 2, 1, 0, minute));
  return { step: stepCode, decision: 'approved', contentHash: HASH, reviewerId, at, isVoid: false, ...more };
}

const states = (reviews: readonly GivenReview[], hash = HASH) =>
  Object.fromEntries(reviewProgress(STEPS, reviews, hash).map((one) => [one.step.code, one.state]));

describe('three reviews, three proofreads', () => {
  it('follow each other within a group; groups go side by side', () => {
    expect(states([])).toMatchObject({ review1: 'open', review2: 'waiting', proof1: 'open', secrecy: 'open' });
    expect(states([given('review1', 'a')])).toMatchObject({ review1: 'approved', review2: 'open', review3: 'waiting' });
  });

  it('are complete when every step is approved', () => {
    const reviews = STEPS.map((one, index) => given(one.code, `p${index % 3}`));
    expect(isFullyApproved(reviewProgress(STEPS, reviews, HASH))).toBe(true);
    expect(isFullyApproved(reviewProgress(STEPS, reviews.slice(1), HASH))).toBe(false);
  });

  it('count for exactly the content that was seen: any edit voids them all', () => {
    const reviews = STEPS.map((one) => given(one.code, 'a'));
    expect(new Set(Object.values(states(reviews, 'b'.repeat(64))))).toEqual(new Set(['open', 'waiting']));
  });

  it('go by the last decision that is not void', () => {
    expect(states([given('review1', 'a', { decision: 'returned' })]).review1).toBe('returned');
    expect(states([given('review1', 'a'), given('review1', 'b', { decision: 'returned' })]).review1).toBe('returned');
    expect(states([given('review1', 'a', { decision: 'returned', isVoid: true })]).review1).toBe('open');
  });

  it('include a legality review only when the document is normative', () => {
    const legality = { ...step('legality', 'legality'), when: { field: 'normative', oneOf: ['true'] } };
    expect(stepsInForce([legality], { fields: { normative: true } })).toHaveLength(1);
    expect(stepsInForce([legality], { fields: { normative: false } })).toHaveLength(0);
    expect(stepsInForce([legality], { fields: {} })).toHaveLength(0);
    expect(
      stepsInForce([{ ...legality, when: { field: 'topics', oneOf: ['住房'] } }], {
        fields: { topics: ['教育', '住房'] },
      }),
    ).toHaveLength(1);
  });
});

describe('who may do a step', () => {
  const person = (personId: string, role: Role = 'reviewer', unitId = 'owner'): Actor => ({
    type: 'person',
    personId,
    name: '某某',
    grants: [{ role, unitId }],
  });
  function why(actor: Actor, code: string, reviews: readonly GivenReview[], steps: readonly ReviewStep[] = STEPS) {
    const all = reviewProgress(steps, reviews, HASH);
    const standing = all.find((one) => one.step.code === code);
    if (!standing) throw new Error(`no step ${code}`);
    return whyNotReview({
      actor,
      standing,
      all,
      editorIds: ['drafter', 'helper'],
      ownerUnitId: 'owner',
      officeUnitId: 'office',
    });
  }

  it('needs one of the step’s roles in the step’s unit', () => {
    expect(why(person('a'), 'review1', [])).toBeNull();
    expect(why(person('a', 'officer'), 'review1', [])).toContain('须由本单位');
    expect(why(person('a', 'reviewer', 'other'), 'review1', [])).toContain('须由本单位');
    const office = [{ ...step('secrecy', 'secrecy'), unit: 'office' as const }];
    expect(why(person('a', 'reviewer', 'office'), 'secrecy', [], office)).toBeNull();
    expect(why(person('a'), 'secrecy', [], office)).toContain('须由主管部门');
  });

  it('is nobody who edited the version, whatever the step', () => {
    for (const { code } of STEPS) {
      expect(why(person('drafter'), code, [])).toContain('参与了这一版本的起草');
      expect(why(person('helper'), code, [])).toContain('参与了这一版本的起草');
    }
  });

  it('is another person at each step of a group', () => {
    expect(why(person('a'), 'review2', [given('review1', 'a')])).toContain('须由另一人办理');
    expect(why(person('b'), 'review2', [given('review1', 'a')])).toBeNull();
  });

  it('may be the same person for review and proofread of one stage, so three people suffice', () => {
    const reviews: GivenReview[] = [];
    for (const [index, reviewer] of ['a', 'b', 'c'].entries()) {
      for (const code of [`review${index + 1}`, `proof${index + 1}`]) {
        expect(why(person(reviewer), code, reviews)).toBeNull();
        reviews.push(given(code, reviewer));
      }
    }
    expect(why(person('a'), 'secrecy', reviews)).toBeNull();
  });

  it('waits for the step before', () => {
    expect(why(person('b'), 'review2', [])).toContain('前一环节还没有通过');
  });

  it('is never the system and never a visitor', () => {
    expect(why({ type: 'system' }, 'review1', [])).not.toBeNull();
    expect(why({ type: 'visitor' }, 'review1', [])).not.toBeNull();
  });
});

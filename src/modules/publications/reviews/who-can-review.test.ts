import { describe, expect, it } from 'vitest';
import type { Role } from '../../../kernel/roles.ts';
import type { ReviewStep } from '../kinds/publication-kind.ts';
import { type ReviewersQuestion, type RoleHolder, whoCanReview } from './who-can-review.ts';

const step = (code: string, roles: readonly Role[], more: Partial<ReviewStep> = {}): ReviewStep => ({
  code,
  name: code,
  group: 'review',
  roles,
  unit: 'owner',
  ...more,
});
const THREE = [
  step('first', ['reviewer']),
  step('second', ['reviewer', 'deputyHead']),
  step('final', ['deputyHead', 'head']),
];
const holder = (personId: string, role: Role, unitId = 'jiaoyu'): RoleHolder => ({
  personId,
  name: personId,
  unitId,
  role,
});
const PEOPLE = [holder('吴', 'reviewer'), holder('郑', 'deputyHead'), holder('王', 'head')];

function ask(more: Partial<ReviewersQuestion> = {}, steps: readonly ReviewStep[] = THREE) {
  const standings = steps.map((one) => ({ step: one, state: 'open' as const, review: undefined }));
  const question = {
    standings,
    holders: PEOPLE,
    editorIds: [],
    ownerUnitId: 'jiaoyu',
    officeUnitId: 'office',
    ...more,
  };
  return whoCanReview(question).map(
    ({ code, people, lack }) => `${code} ${people.map((one) => one.name).join('')} ${lack}`,
  );
}

describe('who can do a step (REV-7, REV-12)', () => {
  it('is everybody of the unit who holds one of its roles', () => {
    expect(ask()).toEqual(['first 吴 null', 'second 吴郑 null', 'final 王郑 null']);
  });

  it('is somebody of the office where the step is the office’s', () => {
    const legality = step('legality', ['supervisor'], { group: 'legality', unit: 'office' });
    expect(ask({ holders: [holder('周', 'supervisor', 'office')] }, [legality])).toEqual(['legality 周 null']);
    expect(ask({ holders: [holder('周', 'supervisor')] }, [legality])).toEqual(['legality  nobody']);
  });

  it('is nobody when no one holds the role, when all who do wrote it, or did another step of the group', () => {
    expect(ask({ holders: PEOPLE.slice(1) })[0]).toBe('first  nobody');
    expect(ask({ editorIds: ['吴'] })[0]).toBe('first  editors');
    const review = {
      step: 'second',
      decision: 'approved',
      reviewerId: '吴',
      contentHash: '',
      at: new Date(0),
      isVoid: false,
    };
    const standings = THREE.map((one) =>
      one.code === 'second'
        ? { step: one, state: 'approved' as const, review: review as never }
        : { step: one, state: 'open' as const, review: undefined },
    );
    expect(ask({ standings })).toEqual(['first  otherStep', 'final 王郑 null']);
  });

  it('says when there are too few people for the group, and finds the one way in which they suffice', () => {
    expect(ask({ holders: [holder('吴', 'reviewer'), holder('郑', 'deputyHead')] })).toEqual([
      'first 吴 null',
      'second 吴郑 null',
      'final 郑 tooFew',
    ]);
    const both = [holder('吴', 'reviewer'), holder('吴', 'head'), holder('郑', 'reviewer'), holder('钱', 'deputyHead')];
    expect(ask({ holders: both }).every((line) => line.endsWith('null'))).toBe(true);
  });

  it('lets one person do the review and the proofread of a stage', () => {
    const pair = [step('first', ['reviewer']), step('proof', ['reviewer'], { group: 'proofread' })];
    expect(ask({}, pair)).toEqual(['first 吴 null', 'proof 吴 null']);
  });
});

import type { ReviewStep } from '../../publications/index.ts';

const OWN_REVIEWERS = ['officer', 'reviewer'] as const;
const LEADERS = ['deputyHead', 'head'] as const;

/** 三审三校 and the secrecy review (REV-7, REV-12): three people suffice, because each may proofread the stage that he reviews. */
export const THREE_REVIEWS: readonly ReviewStep[] = [
  { code: 'secrecy', name: '保密审查', group: 'secrecy', roles: [...OWN_REVIEWERS, ...LEADERS], unit: 'owner' },
  { code: 'reviewFirst', name: '初审', group: 'review', roles: OWN_REVIEWERS, unit: 'owner' },
  { code: 'proofreadFirst', name: '一校', group: 'proofread', roles: OWN_REVIEWERS, unit: 'owner' },
  { code: 'reviewSecond', name: '复审', group: 'review', roles: LEADERS, unit: 'owner' },
  { code: 'proofreadSecond', name: '二校', group: 'proofread', roles: LEADERS, unit: 'owner' },
  { code: 'reviewFinal', name: '终审', group: 'review', roles: LEADERS, unit: 'owner' },
  { code: 'proofreadFinal', name: '三校', group: 'proofread', roles: LEADERS, unit: 'owner' },
];

/** For pages that tell facts of the unit itself: one look at secrecy, one at the content. */
export const ONE_REVIEW_EACH: readonly ReviewStep[] = [
  { code: 'secrecy', name: '保密审查', group: 'secrecy', roles: [...OWN_REVIEWERS, ...LEADERS], unit: 'owner' },
  { code: 'reviewFinal', name: '审核', group: 'review', roles: LEADERS, unit: 'owner' },
];

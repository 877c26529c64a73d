/** Words that stand in the database, the API and the workbench alike. */

/** Life of one version; `published` and everything after it never changes again. */
export const VERSION_STATES = [
  'draft',
  'inReview',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'discarded',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** Versions on which people still work; a publication has at most one. */
export const OPEN_STATES = ['draft', 'inReview', 'approved', 'scheduled'] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** Life of the publication as people outside see it; `none`: never public so far. */
export const LIFE_STATES = ['none', 'public', 'withdrawn', 'removed', 'merged'] as const;
export type LifeState = (typeof LIFE_STATES)[number];

/** 主动公开 / 依申请公开 / 不予公开 (REV-1). */
export const ATTRIBUTES = ['proactive', 'onRequest', 'withheld'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** 网上公开 / 定点定向公开 (REV-9). */
export const MANNERS = ['open', 'targeted'] as const;
export type Manner = (typeof MANNERS)[number];

/** How a determination came about: 首次认定, 变更, 定期复核, 转化公开. */
export const DETERMINATION_OCCASIONS = ['first', 'change', 'review', 'conversion'] as const;
export type DeterminationOccasion = (typeof DETERMINATION_OCCASIONS)[number];

/** 审 / 校 / 保密审查 / 合法性审核 (REV-7, REV-12). */
export const REVIEW_GROUPS = ['review', 'proofread', 'secrecy', 'legality'] as const;
export type ReviewGroup = (typeof REVIEW_GROUPS)[number];

export const REVIEW_DECISIONS = ['approved', 'returned'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** Personal data found: waits, was masked in the text, was let through with a reason, or no longer stands there. */
export const FINDING_STATES = ['open', 'masked', 'overridden', 'gone'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** 重大变更 / 文字订正. */
export const CHANGE_KINDS = ['major', 'minor'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What the public history and the log tell. */
export const PUBLIC_EVENTS = ['published', 'amended', 'withdrawn', 'removed', 'restored', 'merged', 'erased'] as const;
export type PublicEvent = (typeof PUBLIC_EVENTS)[number];

export const ATTRIBUTE_LABELS: Readonly<Record<Attribute, string>> = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
};

export const STATE_LABELS: Readonly<Record<VersionState, string>> = {
  draft: '起草',
  inReview: '审核中',
  approved: '待发布',
  scheduled: '定时发布',
  published: '已发布',
  superseded: '已被新版替代',
  discarded: '已作废',
};

export const LIFE_LABELS: Readonly<Record<LifeState, string>> = {
  none: '未公开',
  public: '已公开',
  withdrawn: '已撤回',
  removed: '已移除',
  merged: '已合并',
};

/** Why nobody is left for a step: no role, all of them wrote it, all did another step of the group, or too few for the group. */
export const LACKS = ['nobody', 'editors', 'otherStep', 'tooFew'] as const;
export type Lack = (typeof LACKS)[number];

/**
 * What an end does to another public thing: `partner` explains this one and stays alone; `explained` loses its explanation; `holding` was
 * amended, repealed or extended by this one and holds again as before; `linked` loses a link.
 */
export const ENDING_EFFECTS = ['partner', 'explained', 'holding', 'linked'] as const;
export type EndingEffect = (typeof ENDING_EFFECTS)[number];

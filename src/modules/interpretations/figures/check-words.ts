/** Checks of interpretation work in the order of the requirements, ITP-C1 to ITP-C7. */
export const CHECKS = {
  together: { id: 'ITP-C1', name: '同步发布', of: '应当解读的文件' },
  interpreted: { id: 'ITP-C2', name: '已有解读', of: '应当解读的文件' },
  diversified: { id: 'ITP-C3', name: '多样化解读', of: '全部解读' },
  draftStage: { id: 'ITP-C4', name: '征求意见阶段解读', of: '按期完成' },
  linked: { id: 'ITP-C5', name: '与文件双向链接', of: '已出台文件的解读' },
  followedUp: { id: 'ITP-C6', name: '集中问题已再解读', of: '达到触发次数的文件' },
  rated: { id: 'ITP-C7', name: '开放评价', of: '全部解读' },
} as const;
export type CheckCode = keyof typeof CHECKS;
export const CHECK_CODES = Object.keys(CHECKS) as [CheckCode, ...CheckCode[]];

export const CHECK_CODES = ['GIP-C1', 'GIP-C2', 'GIP-C3', 'GIP-C4', 'GIP-C5'] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** As the office reads them. */
export const CHECK_WORDS: Readonly<Record<CheckCode, { readonly name: string; readonly demand: string }>> = {
  'GIP-C1': { name: '栏目齐全', demand: '各单位规定栏目都有内容' },
  'GIP-C2': { name: '指南更新', demand: '指南有更新日期，且不早于单位情况的最近变动' },
  'GIP-C3': { name: '制度栏目', demand: '只收三类文件，其他文件为0' },
  'GIP-C4': { name: '重复发布', demand: '同一内容只存一份，重复为0' },
  'GIP-C5': { name: '目录事项', demand: '目录事项都有内容，且按期更新' },
};

import type { Choice, OwnRule } from '../../publications/index.ts';

/** The only three kinds of text that the rules column may hold (GIP-4). */
export const RULE_KINDS = ['nationalRegulations', 'stateOfficeInterpretation', 'municipalProvisions'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** The whole title, so that 《…条例》的实施办法 or 转发国务院办公厅… are not taken for the text itself. */
const KINDS: Readonly<Record<RuleKind, { readonly label: string; readonly title: RegExp; readonly form: string }>> = {
  nationalRegulations: {
    label: '中华人民共和国政府信息公开条例',
    title: /^《?中华人民共和国政府信息公开条例》?(（[^（）]{1,30}）)?$/,
    form: '标题应为“中华人民共和国政府信息公开条例”',
  },
  stateOfficeInterpretation: {
    label: '国务院办公厅解释性文件',
    title: /^《?国务院办公厅.*(政府信息|信息公开|政务公开)/,
    form: '标题应以制发机关“国务院办公厅”开头，内容是政府信息公开',
  },
  municipalProvisions: {
    label: '本市政府信息公开规定',
    title: /^《?[^《》]{1,12}(?:省|市|自治区)政府信息公开(规定|办法|条例)》?(（[^（）]{1,30}）)?$/,
    form: '标题应为“某市政府信息公开规定”',
  },
};

export const RULE_KIND_CHOICES: readonly Choice[] = RULE_KINDS.map((value) => ({ value, label: KINDS[value].label }));

/** The kind that a title belongs to, null when the text has no place in the rules column. */
export function ruleKindOf(title: string): RuleKind | null {
  return RULE_KINDS.find((kind) => KINDS[kind].title.test(title)) ?? null;
}

/** Why this text may not stand under that kind, as a Chinese sentence; null when it may (GIP-C3). */
export function whyNotInRules(title: string, kind: string): string | null {
  const known = RULE_KINDS.find((one) => one === kind);
  if (!known) return '制度栏目只收三类文件：政府信息公开条例、国务院办公厅解释性文件、本市政府信息公开规定';
  return KINDS[known].title.test(title) ? null : `${KINDS[known].form}；其他文件请放到“政策文件”栏目`;
}

/** The door out asks this before review and before publishing, so that nothing else can ever stand in the column. */
export const ONLY_WHITE_LIST: OwnRule = {
  code: 'rules-white-list',
  severity: 'blocks',
  fields: ['ruleKind'],
  faults: ({ title, fields }) => {
    const kind = typeof fields.ruleKind === 'string' ? fields.ruleKind : '';
    if (kind === '' || title.trim() === '') return [];
    const message = whyNotInRules(title.trim(), kind);
    return message ? [{ place: 'title', message: `${message}。` }] : [];
  },
};

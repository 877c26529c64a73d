import { foldKey } from './source-text.ts';

/** What a column of a breakdown holds. `task` is a heading that may mean name or content; `other` is of no use here. */
export type HeaderRole =
  | 'number'
  | 'category'
  | 'name'
  | 'task'
  | 'content'
  | 'units'
  | 'lead'
  | 'support'
  | 'deadline'
  | 'other';

/** First match wins; the texts are folded and without blanks. */
const PATTERNS: readonly (readonly [RegExp, HeaderRole])[] = [
  [/^(?:任务|工作|项目)?(?:序号?|编号|号|项次|序次|序列)$|^no\.?$/i, 'number'],
  [
    /^(?!.*(?:单位|部门)).*(?:责任人|负责人|联系人|联络员|领导|电话|备注|说明$|完成情况|进展|进度(?!安排)|落实情况|成果|成效|预期|标志|依据|考核|评分|分值|得分|方式|来源|金额|预算|资金|印证|佐证|姓名|职务|是否)/,
    'other',
  ],
  [/时间|时限|期限|节点|日期|截止|进度安排|何时|完成时/, 'deadline'],
  [/(?:牵头|主办).*(?:责任|配合|协办|参与|负责)|责任分工|(?:责任|负责).*(?:配合|协办)/, 'units'],
  [/配合|协办|协同|参与|协助|参加/, 'support'],
  [/牵头|主办|主责|第一责任/, 'lead'],
  [
    /(?:责任|负责|承办|实施|落实|主管|执行|完成|承担|任务|工作)(?:单位|部门|主体|科室|处室|机构|街镇)|^(?:责任|责任者|分工|单位|部门|科室)$|(?:单位|部门|科室)$/,
    'units',
  ],
  [/类别|分类|类型|种类|领域|板块|大类|方面|模块|条线|版块|一级/, 'category'],
  [/内容|举措|措施|要求|分解|目标和任务|具体|描述|细化|清单|标准/, 'content'],
  [/名称|事项|项目|标题|主题|题目/, 'name'],
  [/任务|工作|要点|目标|重点/, 'task'],
];

const LONGEST_HEADING = 18;

/** Role that a heading names, or null for a text that is no heading. */
export function headerRole(text: string): HeaderRole | null {
  const key = foldKey(text);
  const bare = key.replace(/\([^)]*\)/g, '') || key;
  if (bare === '' || bare.length > LONGEST_HEADING || /[。;!？]/.test(bare)) return null;
  for (const [pattern, role] of PATTERNS) if (pattern.test(bare)) return role;
  return null;
}

/** Headings of tables that are no plan: the more of them, the less a table is a breakdown. */
export function isForeignHeading(text: string): boolean {
  return /金额|预算|单价|合计|姓名|性别|电话|手机|身份证|学历|工资|数量|规格|型号|决算|资金|投资|概算|造价|出生|职务|职称|邮箱|地址|支出|收入|科目/.test(
    foldKey(text),
  );
}

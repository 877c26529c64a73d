/** Forms of interpretation (ITP-8); those that are not words alone count as diversified (ITP-9). */
export const INTERPRETATION_FORMS = {
  text: '文字解读',
  infographic: '图解',
  video: '视频动漫',
  shortVideo: '短视频',
  live: '直播解读',
  conference: '新闻发布会',
  briefing: '政策吹风会',
  interview: '专家访谈',
  scene: '场景演示',
  process: '流程演示',
  questions: '问答',
  audio: '音频',
  cartoon: '漫画',
  session: '集中宣讲',
} as const;
export type InterpretationForm = keyof typeof INTERPRETATION_FORMS;

/** When in the life of the policy it is given (ITP-1, ITP-6, ITP-7). */
export const INTERPRETATION_STAGES = {
  draft: '征求意见阶段',
  release: '与文件同步',
  followUp: '实施后再解读',
} as const;
export type InterpretationStage = keyof typeof INTERPRETATION_STAGES;

/** 解读主体: whoever drafts interprets. */
export const INTERPRETERS = {
  drafter: '起草单位',
  head: '单位主要负责人',
  expert: '专家学者',
  media: '新闻媒体',
  association: '行业协会、园区',
} as const;

/** What a reader needs (ITP-4): the drafter ticks what the text really says, and a reviewer sees what is missing. */
export const INTERPRETATION_POINTS = {
  background: '制定背景和目的',
  concepts: '核心概念、关键词',
  scope: '适用范围和对象',
  changes: '与原政策的不同',
  standards: '标准和注意事项',
  benefits: '能享受什么、要什么条件',
  applying: '怎样申请、怎样办理',
  contact: '向谁咨询',
} as const;

export function isDiversified(form: string): boolean {
  return form in INTERPRETATION_FORMS && form !== 'text';
}

export function choicesOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

import type { DemoInterpretation } from '../library/interpretations.ts';

/** Interpretations of drafts on which opinions are being sought (ITP-6); there is no public document yet that they could point to. */
export const DRAFT_STAGE: readonly (Omit<DemoInterpretation, 'of'> & { readonly unit: string; readonly on: string })[] =
  [
    {
      unit: 'zhujian',
      on: '2026-09-04',
      form: 'questions',
      stage: 'draft',
      title: '物业管理办法（征求意见稿）：大家可能要问的五件事',
      summary: '维修资金怎样用、物业费怎样公示、业委会怎样选，征求意见稿这样写，您怎么看。',
      points: ['background', 'changes', 'scope', 'contact'],
      text: `## 为什么要改
原办法施行近五年，维修资金申领慢、公示不到位，是居民反映最多的问题。
## 拟作哪些改变
维修资金应急使用由三十日缩短为七日；物业收支每季度在小区公示。
## 到哪里提意见
意见征集截止前，可以在区政府门户网站留言，也可以寄信。`,
    },
    {
      unit: 'jiaotong',
      on: '2026-11-06',
      form: 'text',
      stage: 'draft',
      title: '慢行道规划（征求意见稿）说明',
      summary: '今后三年拟新建哪些步道、骑行道，先建哪里。',
      points: ['background', 'scope', 'contact'],
      text: `## 拟建多少
新建步道四十二公里、骑行道二十八公里，串联湖滨、望月等五个街道。
## 先建哪里
学校、医院、轨道站点周边优先。`,
    },
  ];

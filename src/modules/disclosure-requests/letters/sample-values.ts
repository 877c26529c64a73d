import type { LetterValues } from './letter-text.ts';

/** Invented words, so that the office sees how a template looks before anybody gets it. */
export const SAMPLE_VALUES: LetterValues = {
  applicant: '（示例）张某某',
  requestNumber: 'YS20260000001',
  receivedOn: '2026年2月10日',
  requested: '2025年度某道路绿化养护项目的合同文本。',
  decision: '您申请的政府信息……（决定的内容由登记的答复决定自动生成）。',
  articles: '《政府信息公开条例》第三十六条第（二）项',
  reasons: '……（理由由承办人填写）。',
  remedy: '对本告知不服的，……（行政复议、行政诉讼的途径按答复类型、法律施行日期和“救济途径”中的设置自动生成）。',
  replyDue: '2026年3月19日',
  lookUp: '凭编号和查询码在本网站“我的来信”查询',
  contact: '某某科，电话 0000-00000000',
  corrections: '请写明项目名称或者所在道路。',
  correctionUntil: '2026年3月3日',
  extensionReason: '需要检索的档案较多',
  extensionDays: '20',
  extendedDue: '2026年4月17日',
  thirdParty: '（示例）某某有限公司',
  opinionUntil: '2026年3月5日',
  feeBasis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第五条',
  feeSteps:
    '按量计收：本次申请提供信息 120 页。\n第 1 至 30 页不收费，第 31 至 100 页每页 10 元，第 101 至 120 页每页 20 元。',
  feeYuan: '1100',
  payUntil: '2026年3月10日',
  payHow: '凭本通知书到区财政非税收入收缴平台缴纳',
};

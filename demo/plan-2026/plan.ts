import { type DemoPlan, numbered } from '../plan.ts';
import { DISTRICT_CODE } from '../units.ts';
import { FIELD_TASKS } from './tasks-fields.ts';
import { GUARANTEE_TASKS } from './tasks-guarantee.ts';
import { POLICY_TASKS } from './tasks-policy.ts';

/** This year's plan of the demonstration district; plan.docx, plan.pdf and plan.xlsx beside this file are printed from it. */
export const DISTRICT_PLAN_2026: DemoPlan = {
  level: 'district',
  unitCode: DISTRICT_CODE,
  year: 2026,
  title: '2026年明湖区政务公开工作要点',
  issuer: '澄川市明湖区人民政府办公室',
  documentNumber: '明湖政办〔2026〕18号',
  issuedOn: '2026-03-20',
  addressees: '区政府各部门、各街道办事处、各镇人民政府、各园区管委会，各有关单位：',
  sections: [
    {
      heading: '一、总体要求',
      paragraphs: [
        '2026年是“十五五”规划的开局之年。全区政务公开工作要围绕区委、区政府中心任务，坚持以公众需求为导向，把公开贯穿决策、执行、管理、服务、结果全过程，让群众看得到、听得懂、能监督、好参与。',
        '到2026年底，政策文件与解读、问答、办事入口实现全面关联，网上咨询按期答复率保持百分之百，任务台账逐项有佐证、可核验，公众对政务公开的满意度稳步提升。',
      ],
    },
    {
      heading: '二、重点任务',
      paragraphs: [
        '（一）抓源头，提升政策公开质量。从公文起草环节落实公开属性认定，完成历史公文清理，升级政策文件库，推动解读方案与文件同步报审，用群众听得懂的话讲政策。',
        '（二）抓回应，提升互动交流实效。统一网站、热线、窗口的答复口径，落实限时答复，办好区长网上接待日，把高频问题转化为公开内容。',
        '（三）抓参与，提升决策公开水平。公布重大行政决策事项目录，充分征求公众意见并反馈采纳情况，邀请公众代表列席会议，组织好政府开放月。',
        '（四）抓重点，提升民生领域透明度。聚焦规划、项目、就学、就业、养老、住房、医疗、应急等领域，分类明确公开内容、公开时限和责任单位。',
        '（五）抓基础，提升规范化水平。修订标准目录，规范依申请公开办理，加强网站和政务新媒体管理，推进适老化和无障碍改造。',
      ],
    },
    {
      heading: '三、工作要求',
      paragraphs: [
        '各单位主要领导要加强统筹，分管领导要定期调度，联络员要对照任务分解表按时填报进展、上传佐证材料。区政府办公室按季度通报，对逾期事项逐一督办，结果纳入年度绩效考核。',
        '标注“牵头”的单位对任务负总责，配合单位按照职责分工落实。各相关单位由区政府办公室根据具体事项另行通知。',
      ],
    },
  ],
  tasks: numbered([...POLICY_TASKS, ...FIELD_TASKS, ...GUARANTEE_TASKS]),
};

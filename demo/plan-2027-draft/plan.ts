import { type DemoPlan, numbered } from '../plan.ts';
import { DISTRICT_CODE } from '../units.ts';

/**
 * Next year's plan in consultation: the office has read it in and not yet settled its doubts, so the import page has a draft to go on
 * with. Some cells are deliberately unclear.
 */
export const DISTRICT_PLAN_2027_DRAFT: DemoPlan = {
  level: 'district',
  unitCode: DISTRICT_CODE,
  year: 2027,
  title: '2027年明湖区政务公开工作要点（征求意见稿）',
  issuer: '澄川市明湖区人民政府办公室',
  documentNumber: '明湖政办〔2027〕 号',
  issuedOn: '2026-11-18',
  addressees: '各有关单位：',
  sections: [
    { heading: '一、总体考虑', paragraphs: ['在总结2026年工作的基础上，提出2027年重点任务，现征求各单位意见。'] },
  ],
  tasks: numbered([
    [
      '政策公开',
      [
        ['政策文件库智能检索', '支持用日常语言检索政策，答案注明文件出处。', '区政府办公室、区融媒体中心', '9月底前'],
        [
          '跨部门政策打包公开',
          '按“一件事”归集跨部门政策，年内不少于20件。',
          '区数据局牵头，各相关单位配合',
          '视省级部署确定',
        ],
        ['语音搜索', '门户网站和手机端增加语音搜索，支持本地方言。', '区融媒体中心', '上半年'],
      ],
    ],
    [
      '公众参与',
      [
        ['社区微议事公开', '社区微更新项目全过程公开议事记录。', '区民政局、各街道', '全年'],
        ['公众满意度测评', '每半年开展一次公众满意度测评并公布结果。', '区政府办公室、区统计调查队', '6月、12月'],
      ],
    ],
    [
      '监督保障',
      [
        ['账号安全检查', '对政务新媒体账号开展安全检查。', '区委网信办牵头，区政府新闻办配合', '二季度'],
        ['联络员实训', '联络员跟班实训不少于两批。', '区政府办公室', '待定'],
        ['年度报告', '公布2027年度政府信息公开工作年度报告。', '各单位', '2028年1月底前'],
      ],
    ],
  ]),
};

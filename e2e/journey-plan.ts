import type { Browser } from 'playwright-core';
import { planHtml } from '../demo/documents/plan-html.ts';
import { type DemoPlan, numbered } from '../demo/plan.ts';

/**
 * A plan of a year that the demonstration has no plan of, long past, so that what nobody reports is overdue at once. Its table holds the
 * three things an office has to settle by hand: a unit that no register knows, units left open, a deadline that says nothing.
 */
export const JOURNEY_PLAN: DemoPlan = {
  level: 'district',
  unitCode: 'minghu',
  year: 2024,
  title: '2024年明湖区政务公开工作要点',
  issuer: '澄川市明湖区人民政府办公室',
  documentNumber: '明湖政办〔2024〕11号',
  issuedOn: '2024-03-15',
  addressees: '各有关单位：',
  sections: [{ heading: '一、总体要求', paragraphs: ['夯实基础，补齐短板，提高政务公开工作质量。'] }],
  tasks: numbered([
    [
      '主动公开',
      [
        ['招生信息公开', '公布义务教育招生政策和公办学校服务范围。', '区教育局', '5月底前'],
        ['栏目内容更新', '按月更新门户网站栏目，修复错链断链。', '区融媒体中心牵头，区数据局配合', '全年'],
        ['政务新媒体安全检查', '检查政务新媒体账号安全，公布检查结果。', '区委网信办', '二季度'],
      ],
    ],
    [
      '公众参与',
      [
        ['决策草案公开', '重大行政决策草案公开征求意见。', '区政府办公室牵头，各相关单位配合', '10月底前'],
        ['公众满意度测评', '开展公众满意度测评并公布结果。', '区统计局', '待定'],
      ],
    ],
  ]),
};

/** The plan as offices get it: a PDF printed from its text. */
export async function printedPlan(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(planHtml(JOURNEY_PLAN), { waitUntil: 'load' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return pdf;
}

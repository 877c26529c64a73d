import { Tag } from '../../../portal/index.ts';
import { STATE_TONES } from './task-state.portal.tsx';

/** How the figures of the plan pages are made, in words that a citizen can check. */
export function AboutFigures() {
  return (
    <>
      <h2>任务从哪里来</h2>
      <p>
        任务逐条取自已经公布的政务公开工作要点及其任务分解表，序号、内容、责任单位和时间节点都保留原文。尚未公布的要点不会出现在这里。
      </p>

      <h2>状态是怎样判定的</h2>
      <ul class="state-words">
        <li>
          <Tag tone={STATE_TONES.notStarted}>未开始</Tag> 责任单位还没有报送进展。
        </li>
        <li>
          <Tag tone={STATE_TONES.inProgress}>进行中</Tag> 至少一个责任单位报送了进展，还没有全部办完。
        </li>
        <li>
          <Tag tone={STATE_TONES.reported}>待核验</Tag> 单位已报送完成，正由主管部门核对佐证材料。
        </li>
        <li>
          <Tag tone={STATE_TONES.accepted}>已完成</Tag> 主管部门核验通过。一项任务由几个单位承担的，全部通过才算完成。
        </li>
        <li>
          <Tag tone={STATE_TONES.overdue}>逾期</Tag>{' '}
          过了时限，仍有责任单位没有报送完成。每天零时按当天日期重新判定，不能手工修改。
        </li>
      </ul>

      <h2>数字是怎样算的</h2>
      <ul>
        <li>“任务”按要点的序号计，一个序号算一项。</li>
        <li>“各单位进展”按份数计：一项任务由三个单位承担，三个单位各计一份，所以各单位之和大于任务总数。</li>
        <li>
          完成比例是各责任单位自己报送的比例的平均数，单位报送办结的按 100% 计。比例已到 100%
          而状态是“待核验”的，表示单位称已办完、主管部门还没有核验；核验通过后状态才是“已完成”，核验不通过的会退回重办。
        </li>
        <li>
          时间节点按要点原文推算成日期；遇到“几个工作日内”，按国务院公布的放假调休安排逐日计算，任务页写明每一步。
        </li>
        <li>某一年的放假安排还没有公布时，用到它的日期标为“暂定”，公布后重新计算。</li>
      </ul>

      <h2>办理结果</h2>
      <p>任务页公布的是主管部门核验通过的办理结果。内部流转意见、经办人姓名不公开。</p>

      <h2>取用数据</h2>
      <p>
        每份要点的页面都可以下载全部任务：CSV 表格适合用表格软件打开，JSON 数据适合程序读取，地址固定为
        <code>/plans/年份/tasks.csv</code> 和 <code>/plans/年份/tasks.json</code>。接口说明见{' '}
        <a href="/api/openapi.json">OpenAPI 文件</a>。取用时请注明来源和取用日期。
      </p>
    </>
  );
}

import { localDate, localDateOf } from '../../../kernel/local-date.ts';
import { OPEN_TASK_STATES, type OpenTaskState } from '../plan-words.ts';
import type {
  OpenPlanDetail,
  OpenPlans,
  OpenReport,
  OpenStateCounts,
  OpenTask,
  OpenTaskDetail,
  OpenUnit,
} from './open-plans.contract.ts';

export const FIXTURE_TODAY = localDate('2026-11-21');

const UNIT_NAMES = [
  ['office', '区政府办公室', '区政府办'],
  ['data', '区数据局', '区数据局'],
  ['justice', '区司法局', '区司法局'],
  ['finance', '区财政局', '区财政局'],
  ['health', '区卫生健康委员会', '区卫健委'],
  ['education', '区教育局', '区教育局'],
  ['liuying', '柳影街道办事处', '柳影街道'],
  ['beitang', '北塘镇人民政府', '北塘镇'],
] as const;

const MATTERS = [
  [
    '优化主动公开公文库',
    '将区政府及各部门主动公开的公文全部纳入公文库，按主题、体裁、年份分类，提供检索与下载。',
    '一、主动公开',
  ],
  [
    '政策解读与文件同步',
    '政策文件与解读材料同步组织、同步审签、同步发布，重要文件采用图解、视频等两种以上形式。',
    '二、政策解读',
  ],
  ['依申请公开答复规范', '修订依申请公开答复文书样式，组织一次全区交叉评查。', '三、依申请公开'],
  [
    '办好政府开放月',
    '围绕“走进政府”组织开放活动，每个单位不少于一场，活动前公布日程，活动后公布意见采纳情况。',
    '四、公众参与',
  ],
  ['基层公开专区提档升级', '各街镇政务公开专区配备查阅点、自助终端和专人引导，公布开放时间。', '五、基层公开'],
] as const;

export function fixtureUnit(index: number): OpenUnit {
  const [code, name, shortName] = UNIT_NAMES[index % UNIT_NAMES.length] ?? UNIT_NAMES[0];
  return { code, name, shortName };
}

/** A task of the year 2026; states go round so that every look occurs. */
export function fixtureTask(number: number, more: Partial<OpenTask> = {}): OpenTask {
  const [name, content, category] = MATTERS[number % MATTERS.length] ?? MATTERS[0];
  const month = (number % 12) + 1;
  const dueOn = localDateOf(2026, month, 28);
  const state: OpenTaskState = stateOf(number, month);
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    number,
    category,
    name: number % 7 === 0 ? null : `${name}（第 ${number} 项）`,
    content,
    unitsText: `${fixtureUnit(number).shortName}（牵头）、${fixtureUnit(number + 1).shortName}`,
    units: [
      { unit: fixtureUnit(number), role: 'lead', state, percent: state === 'accepted' ? 100 : 40 },
      { unit: fixtureUnit(number + 1), role: 'support', state, percent: state === 'accepted' ? 100 : 40 },
    ],
    deadlineText: `${month}月底前`,
    deadlineKind: 'month',
    dueOn,
    dueProvisional: false,
    milestones: [{ from: null, dueOn, label: `${month}月底前` }],
    priority: number % 9 === 0,
    state,
    percent: state === 'accepted' ? 100 : state === 'notStarted' ? 0 : 40,
    acceptedOn: state === 'accepted' ? localDateOf(2026, month, 20) : null,
    ...more,
  };
}

function stateOf(number: number, month: number): OpenTaskState {
  if (month < 11) return number % 13 === 0 ? 'overdue' : 'accepted';
  return (['inProgress', 'reported', 'notStarted'] as const)[number % 3] ?? 'notStarted';
}

export function countStates(states: readonly OpenTaskState[]): OpenStateCounts & { total: number } {
  const counts = { notStarted: 0, inProgress: 0, reported: 0, accepted: 0, overdue: 0, total: states.length };
  for (const state of states) counts[state] += 1;
  return counts;
}

export function fixturePlan(taskCount = 64): OpenPlanDetail {
  const taskList = Array.from({ length: taskCount }, (_, index) => fixtureTask(index + 1));
  const months = [...new Set(taskList.map((task) => String(task.dueOn).slice(0, 7)))].sort();
  const tasks = countStates(taskList.map((task) => task.state));
  return {
    id: '00000000-0000-4000-8000-0000000000aa',
    level: 'district',
    unit: fixtureUnit(0),
    year: 2026,
    title: '明湖区2026年政务公开工作要点',
    documentNumber: '明府办〔2026〕6号',
    issuer: '澄川市明湖区人民政府办公室',
    issuedOn: localDate('2026-03-12'),
    state: 'published',
    publishedAt: '2026-03-16T02:30:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
    tasks,
    percent: 70,
    narrative: [{ heading: '一、总体要求', text: '坚持以公开为常态、不公开为例外。\n让群众看得到、听得懂、能监督。' }],
    parent: null,
    children: [],
    taskList,
    byUnit: UNIT_NAMES.map((_, index) => {
      const unit = fixtureUnit(index);
      const own = taskList.filter((task) => task.units.some((share) => share.unit.code === unit.code));
      const group = /街道|镇/.test(unit.shortName) ? ('streets' as const) : ('departments' as const);
      return { unit, group, ...countStates(own.map((task) => task.state)), percent: 60 };
    }),
    byCategory: MATTERS.map(([, , category]) => {
      const own = taskList.filter((task) => task.category === category);
      return { category, ...countStates(own.map((task) => task.state)), percent: 60 };
    }),
    months: months.map((month) => {
      const own = taskList.filter((task) => task.dueOn?.startsWith(month));
      const counts = countStates(own.map((task) => task.state));
      return { month, due: own.length, accepted: counts.accepted, overdue: counts.overdue };
    }),
  };
}

export function fixtureTaskDetail(task: OpenTask, plan: OpenPlanDetail = fixturePlan()): OpenTaskDetail {
  const report: OpenReport = {
    unit: fixtureUnit(task.number),
    acceptedOn: task.acceptedOn ?? FIXTURE_TODAY,
    text: '公文库已收录全部主动公开公文，检索页面上线运行，三个月内查阅一万余人次。',
    percent: 100,
    evidence: [{ title: '公文库检索页面', address: 'https://www.example.gov.cn/library' }],
  };
  return {
    ...task,
    plan: {
      id: plan.id,
      title: plan.title,
      year: plan.year,
      level: plan.level,
      unit: plan.unit,
      issuer: plan.issuer,
      publishedAt: plan.publishedAt,
    },
    dueSteps: [`要点写明“${task.deadlineText}”。`, '取该月最后一个工作日前的自然日。'],
    dueBasis: `${plan.title}第 ${task.number} 项`,
    reports: task.state === 'accepted' ? [report] : [],
    parent: {
      planTitle: '澄川市2026年政务公开工作要点',
      year: 2026,
      level: 'city',
      unitCode: null,
      number: 12,
      name: '完善公文库',
    },
    previous: null,
    neighbours: {
      before: task.number > 1 ? task.number - 1 : null,
      after: task.number < plan.taskList.length ? task.number + 1 : null,
    },
  };
}

/** The read model over values in memory: what pages and measurements need without a database. */
export function fixtureOpenPlans(plan: OpenPlanDetail = fixturePlan()): OpenPlans {
  const months = ['2026-11', '2026-12', '2027-01'];
  return {
    list: async () => [plan],
    ofYear: async (year) => (year === plan.year ? plan : null),
    newestYear: async () => plan.year,
    byId: async (id) => (id === plan.id ? plan : null),
    task: async (id, number) => {
      const task = plan.taskList.find((one) => one.number === number);
      return id === plan.id && task ? fixtureTaskDetail(task, plan) : null;
    },
    unit: async (code) => {
      const progress = plan.byUnit.find((row) => row.unit.code === code);
      if (!progress) return null;
      const tasks = plan.taskList.flatMap((task) =>
        task.units
          .filter((share) => share.unit.code === code)
          .map((share) => ({ ...task, planId: plan.id, planTitle: plan.title, planYear: plan.year, role: share.role })),
      );
      return { unit: progress.unit, year: plan.year, years: [plan.year], progress, tasks };
    },
    units: async () => plan.byUnit,
    dataVersion: async () => plan.updatedAt,
    coming: async () => ({
      today: FIXTURE_TODAY,
      months: months.map((month) => ({
        month,
        items: plan.taskList
          .filter((task) => task.dueOn?.startsWith(month))
          .map((task) => ({
            planId: plan.id,
            planYear: plan.year,
            taskId: task.id,
            number: task.number,
            name: task.name ?? task.content,
            label: task.deadlineText,
            dueOn: task.dueOn ?? FIXTURE_TODAY,
            units: task.units.map((share) => share.unit.shortName),
            priority: task.priority,
            state: task.state,
          })),
      })),
      recentlyAccepted: plan.taskList
        .filter((task) => task.state === 'accepted')
        .slice(-6)
        .map((task) => ({
          planYear: plan.year,
          number: task.number,
          name: task.name ?? task.content,
          unitName: fixtureUnit(task.number).name,
          acceptedOn: task.acceptedOn ?? FIXTURE_TODAY,
          result: '公文库已收录全部主动公开公文，检索页面上线运行。',
        })),
    }),
  };
}

export const EVERY_STATE = OPEN_TASK_STATES;

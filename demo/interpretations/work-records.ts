/** A row of a register as the unit's officer files it; every name, medium and firm is invented. */
export interface DemoRecord {
  readonly register: string;
  readonly unit: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** 发文字号 of the document, or title of the interpretation, that it is about. */
  readonly about?: string;
  /** Filed below the row of that title. */
  readonly below?: string;
  /** A second person has looked at it. */
  readonly confirmed?: boolean;
}

const ENROLMENT = '明教〔2026〕15号';
const ALLOWANCE = '明民〔2026〕18号';
const SKILLS = '明人社〔2026〕11号';

function question(
  unit: string,
  about: string,
  text: string,
  source: string,
  askedOn: string,
  times: number,
): DemoRecord {
  return { register: 'question', unit, about, values: { question: text, source, askedOn, times } };
}

function reprint(
  unit: string,
  about: string,
  medium: readonly [name: string, kind: string],
  day: string,
  reach: number | null,
  confirmed = true,
): DemoRecord {
  const address = `https://news.example/${day}/${about.length}`;
  return {
    register: 'reprint',
    unit,
    about,
    confirmed,
    values: { medium: medium[0], mediumKind: medium[1], day, address, reach },
  };
}

const DAILY = ['澄川日报', 'main'] as const;
const NET = ['澄川新闻网', 'site'] as const;
const ACCOUNT = ['明湖发布', 'account'] as const;

export const DEMO_RECORDS: readonly DemoRecord[] = [
  question('minzheng', ALLOWANCE, '找到工作以后，低保是不是马上停发', 'hotline', '2026-06-18', 7),
  question('minzheng', ALLOWANCE, '只有一套自住房，算不算家庭财产', 'board', '2026-06-25', 5),
  question('minzheng', ALLOWANCE, '子女在外地，收入怎样核对', 'counter', '2026-07-02', 3),
  question('minzheng', ALLOWANCE, '渐退期内工资变了要不要重新申报', 'board', '2026-09-15', 2),
  question('jiaoyu', ENROLMENT, '租房家庭的孩子按什么顺序入学', 'hotline', '2026-04-20', 9),
  question('jiaoyu', ENROLMENT, '户口今年迁入，算不算第一顺位', 'board', '2026-05-06', 6),
  question('jiaoyu', ENROLMENT, '民办学校没摇中，还能回公办吗', 'visit', '2026-05-18', 4),
  question('renshe', SKILLS, '证书是外省发的，能不能申领', 'hotline', '2026-04-10', 4),

  reprint('jiaoyu', '2026年义务教育招生入学政策吹风会', DAILY, '2026-04-09', 21_400),
  reprint('jiaoyu', '2026年义务教育招生入学政策吹风会', ACCOUNT, '2026-04-10', 68_300),
  reprint('minzheng', '低保标准调整，说给您听', ['澄川广播', 'main'], '2026-06-05', 15_000),
  reprint('minzheng', '低保标准调整后，大家问得最多的六个问题', NET, '2026-08-06', 3_260),
  reprint('gongxin', '专家访谈：中小企业数字化转型从哪里起步', NET, '2026-06-03', 4_180),
  reprint('gongxin', '专家访谈：中小企业数字化转型从哪里起步', ['园区服务号', 'other'], '2026-06-05', null, false),
  reprint('renshe', '技能提升补贴领多少、怎样领', ACCOUNT, '2026-03-18', 12_700),

  {
    register: 'coaching',
    unit: 'jiaoyu',
    about: ENROLMENT,
    values: { title: '招生入学政策怎么讲', topic: '教育', edition: '2026年第1版', madeOn: '2026-04-08' },
  },
  {
    register: 'coaching',
    unit: 'shuju',
    values: { title: '政策解读写作要领', topic: '业务培训', edition: '2026年第2版', madeOn: '2026-03-10' },
  },
  use('hubin', '政策解读写作要领', '街道联络员培训', '2026-03-20', 26),
  use('jiaoyu', '政策解读写作要领', '教育系统公开工作培训', '2026-04-02', 48),
  use('hubin', '招生入学政策怎么讲', '社区家长说明会', '2026-04-25', 120),

  contributor('gongxin', '澄川大学数字经济研究所', 'expert', '企业数字化转型', '2026-03-05'),
  contributor('gongxin', '明湖区中小企业商会', 'association', '惠企政策', '2026-02-24'),
  contributor('jiaoyu', '澄川教育广播', 'media', '教育政策', '2026-03-16'),
  contributor('renshe', '青禾产业园服务中心', 'park', '就业、技能培训', '2026-02-12'),

  speaker('gongxin', '向春晖', 'enterprise', '区工业和信息化局副局长', '数字化转型、专精特新', '2026-02-10'),
  speaker('minzheng', '邵慧敏', 'people', '区民政局社会救助科科长', '社会救助', '2026-02-10'),
  activity('gongxin', '向春晖', '数字化转型政策进园区', 'talk', '2026-06-11', 85, '明工信规〔2026〕1号'),
  activity('gongxin', '向春晖', '专精特新企业直播答疑', 'live', '2026-09-17', 2_350, '明工信规〔2026〕1号'),
  activity('minzheng', '邵慧敏', '低保新标准社区讲解', 'visit', '2026-06-12', 60, ALLOWANCE),

  talk(
    'gongxin',
    'breakfast',
    '数字化转型补助怎么申领',
    '2026-06-18',
    16,
    '希望把申报截止时间延长到年底',
    '明工信规〔2026〕1号',
  ),
  talk('renshe', 'talk', '技能提升补贴进企业', '2026-04-22', 54, '外省证书如何认定', SKILLS),
  talk('fagai', 'visit', '走访重点项目企业', '2026-05-27', 9, '用地手续办理时间较长', null),
  talk('shichang', 'meeting', '食品生产企业座谈会', '2026-07-15', 22, '无', null),
];

function use(unit: string, below: string, occasion: string, usedOn: string, participants: number): DemoRecord {
  return { register: 'coachingUse', unit, below, values: { occasion, usedOn, participants } };
}

function contributor(unit: string, name: string, kind: string, field: string, since: string): DemoRecord {
  return { register: 'contributor', unit, values: { name, kind, field, since, contact: '000-00000000（示例）' } };
}

function speaker(
  unit: string,
  name: string,
  kind: string,
  post: string,
  field: string,
  appointedOn: string,
): DemoRecord {
  return { register: 'spokesperson', unit, values: { name, kind, post, field, appointedOn } };
}

function activity(
  unit: string,
  below: string,
  topic: string,
  form: string,
  heldOn: string,
  participants: number,
  about: string,
): DemoRecord {
  return { register: 'spokespersonActivity', unit, below, about, values: { topic, form, heldOn, participants } };
}

function talk(
  unit: string,
  form: string,
  topic: string,
  heldOn: string,
  participants: number,
  matters: string,
  about: string | null,
): DemoRecord {
  const values = { topic, form, heldOn, participants, matters, outcome: '已转主管科室，办理情况向企业反馈。' };
  return { register: 'enterpriseTalk', unit, values, ...(about ? { about } : {}) };
}

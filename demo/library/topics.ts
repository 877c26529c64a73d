import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { TagInput, TopicInput } from '../../src/modules/library/index.ts';
import { LIBRARY_DOCUMENTS } from './all-documents.ts';

const SINCE = '2019-01-01' as LocalDate;

/** 主题分类 of the whole library. */
const CLASSES: readonly (readonly [code: string, name: string])[] = [
  ['general', '综合政务'],
  ['education', '教育'],
  ['science', '科技创新'],
  ['industry', '产业与企业服务'],
  ['employment', '社会保障与就业'],
  ['civil-affairs', '民政与养老'],
  ['housing', '住房与城乡建设'],
  ['transport', '交通出行'],
  ['environment', '生态环境'],
  ['farming', '农业农村'],
  ['culture', '文化旅游体育'],
  ['health', '卫生健康'],
  ['medical-insurance', '医疗保障'],
  ['safety', '公共安全与应急'],
  ['market', '市场监管'],
  ['finance', '财政金融'],
  ['services-data', '政务服务与数据'],
  ['planning', '规划与土地'],
];

type Collection = readonly [
  code: string,
  name: string,
  lead: string,
  description: string,
  tags: readonly string[],
  audiences: readonly string[],
];

/** 特色主题 across departments, each with the department that keeps it (TOP-5). */
const COLLECTIONS: readonly Collection[] = [
  [
    'school',
    '入学升学',
    'jiaoyu',
    '幼升小、小升初、转学、课后服务，家长关心的入学政策都在这里。',
    ['入学', '幼升小', '小升初', '转学', '课后服务', '教育均衡', '民办教育'],
    ['学生家长'],
  ],
  [
    'elderly',
    '养老服务',
    'minzheng',
    '长者食堂、居家养老、长期护理、家庭医生，老年人和家属用得上的政策。',
    ['养老服务', '长者餐', '长期护理', '适老化改造', '家庭医生', '疫苗接种'],
    ['老年人'],
  ],
  [
    'housing-life',
    '安居住房',
    'zhujian',
    '加装电梯、旧住房更新、公租房、租赁住房和物业管理。',
    ['加装电梯', '旧住房更新', '公租房', '住房租赁', '物业管理', '维修资金'],
    ['居民', '业主', '新市民'],
  ],
  [
    'enterprise',
    '惠企政策',
    'gongxin',
    '技术改造、数字化转型、专精特新、融资担保等资金和服务政策。',
    ['惠企资金', '专精特新', '技术改造', '数字化转型', '融资担保', '税费优惠', '科技创新券', '高新技术企业'],
    ['中小企业', '科技企业', '企业'],
  ],
  [
    'business-environment',
    '优化营商环境',
    'fagai',
    '准入、审批、监管和公平竞争，办企业少跑腿。',
    ['优化营商环境', '一网通办', '招标采购', '信用', '收费', '招商引资'],
    ['企业', '个体工商户'],
  ],
  [
    'jobs',
    '就业创业',
    'renshe',
    '就业补贴、技能培训、创业扶持和工资保障。',
    ['就业补贴', '创业扶持', '技能培训', '社会保险', '高校毕业生', '工资支付', '退役军人'],
    ['高校毕业生', '职工', '失业人员', '创业者'],
  ],
  [
    'market-activity',
    '放心消费',
    'shichang',
    '食品安全、产品质量、以旧换新和消费活动。',
    ['食品安全', '产品质量', '消费', '以旧换新', '特种设备', '个体经营'],
    ['消费者', '居民', '商贸企业'],
  ],
  ['childcare', '托育与儿童', 'weijian', '普惠托育、婴幼儿家庭补助和儿童健康。', ['托育'], ['婴幼儿家庭', '托育机构']],
];

export type DemoTopic = Omit<TopicInput, 'leadUnitId'> & { readonly leadUnit: string | null };

export const DEMO_TOPICS: readonly DemoTopic[] = [
  ...COLLECTIONS.map(([code, name, leadUnit, description, tags, audiences], place) => ({
    ...topic(code, name, place),
    kind: 'collection' as const,
    leadUnit,
    description,
    tags: [...tags],
    audiences: [...audiences],
  })),
  ...CLASSES.map(([code, name], place) => ({
    ...topic(`class-${code}`, name, place),
    kind: 'class' as const,
    leadUnit: null,
  })),
];

function topic(code: string, name: string, place: number) {
  return {
    code,
    name,
    description: '',
    tags: [] as string[],
    audiences: [] as string[],
    sort: (place + 1) * 10,
    retiredOn: null,
  };
}

/** The catalogue of labels: every label that a document carries, mapped to the audiences it is carried for. */
export const DEMO_TAGS: readonly TagInput[] = [...new Set(LIBRARY_DOCUMENTS.flatMap((document) => document.tags))]
  .sort()
  .map((name) => {
    const carrying = LIBRARY_DOCUMENTS.filter((document) => document.tags.includes(name));
    const audiences = [...new Set(carrying.flatMap((document) => document.more.audiences ?? []))].slice(0, 10);
    const family = COLLECTIONS.find(([, , , , tags]) => tags.includes(name))?.[1] ?? carrying[0]?.topic ?? '综合政务';
    return { name, family, audiences, since: SINCE, retiredOn: null, replacedBy: null };
  });

import type { Choice } from '../../publications/index.ts';

type UnitKind = 'government' | 'department' | 'street' | 'town' | 'park' | 'institution' | 'enterprise';

/** One class of what the Regulations want published unasked (GIP-5, GIP-7). */
export interface StatutoryClass {
  /** `cat20.7`: article 20, item 7. */
  readonly code: string;
  readonly name: string;
  /** Units that the article binds; absent: all agencies. */
  readonly binds?: readonly UnitKind[];
  /** Months after which something new is expected, of what comes every year by its nature; absent: changes when facts change (GIP-C5). */
  readonly updateMonths?: number;
}

const GOVERNMENTS: readonly UnitKind[] = ['government', 'department', 'street', 'town', 'park'];

/** 政府信息公开条例 arts. 20 and 21, in the order of the law. */
export const STATUTORY_CLASSES: readonly StatutoryClass[] = [
  { code: 'cat20.1', name: '行政法规、规章和规范性文件' },
  { code: 'cat20.2', name: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名' },
  { code: 'cat20.3', name: '国民经济和社会发展规划、专项规划、区域规划及相关政策' },
  { code: 'cat20.4', name: '国民经济和社会发展统计信息', updateMonths: 12 },
  { code: 'cat20.5', name: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果' },
  { code: 'cat20.6', name: '实施行政处罚、行政强制的依据、条件、程序以及具有一定社会影响的行政处罚决定' },
  { code: 'cat20.7', name: '财政预算、决算信息', updateMonths: 12 },
  { code: 'cat20.8', name: '行政事业性收费项目及其依据、标准' },
  { code: 'cat20.9', name: '政府集中采购项目的目录、标准及实施情况', updateMonths: 12 },
  { code: 'cat20.10', name: '重大建设项目的批准和实施情况', updateMonths: 12 },
  { code: 'cat20.11', name: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况' },
  { code: 'cat20.12', name: '突发公共事件的应急预案、预警信息及应对情况' },
  { code: 'cat20.13', name: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况', updateMonths: 12 },
  { code: 'cat20.14', name: '公务员招考的职位、名额、报考条件等事项以及录用结果' },
  { code: 'cat20.15', name: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息' },
  { code: 'cat21.1', name: '市政建设、公共服务、公益事业', binds: ['government', 'department', 'street', 'park'] },
  { code: 'cat21.2', name: '土地征收、房屋征收', binds: GOVERNMENTS },
  { code: 'cat21.3', name: '治安管理、社会救助', binds: GOVERNMENTS },
  { code: 'cat21.4', name: '贯彻落实农业农村工作政策', binds: ['town'] },
  {
    code: 'cat21.5',
    name: '农田水利工程建设运营、农村土地承包经营权流转、宅基地使用情况审核、筹资筹劳',
    binds: ['town'],
  },
];

export const STATUTORY_CHOICES: readonly Choice[] = STATUTORY_CLASSES.map(({ code, name }) => ({
  value: code,
  label: name,
}));

/** What a unit of that kind has to publish; public enterprises have catalogues of their own and none here. */
export function classesFor(kind: UnitKind): readonly StatutoryClass[] {
  if (kind === 'enterprise' || kind === 'institution') return [];
  return STATUTORY_CLASSES.filter((one) => !one.binds || one.binds.includes(kind));
}

/** Chinese name, or undefined for a code that the law does not have. */
export function statutoryName(code: string): string | undefined {
  return STATUTORY_CLASSES.find((one) => one.code === code)?.name;
}

import type { Attribute } from '../publication-words.ts';

/** What a determination may rest on (Regulations on Open Government Information, 2019). */
export interface LegalBasis {
  readonly code: string;
  readonly text: string;
  readonly attributes: readonly Attribute[];
}

const ARTICLE_20 = [
  '行政法规、规章和规范性文件',
  '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
  '国民经济和社会发展规划、专项规划、区域规划及相关政策',
  '国民经济和社会发展统计信息',
  '行政许可和其他对外管理服务事项的依据、条件、程序及办理结果',
  '行政处罚、行政强制的依据、条件、程序及有一定社会影响的处罚决定',
  '财政预算、决算信息',
  '行政事业性收费项目及其依据、标准',
  '政府集中采购项目的目录、标准及实施情况',
  '重大建设项目的批准和实施情况',
  '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
  '突发公共事件的应急预案、预警信息及应对情况',
  '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
  '公务员招考的职位、名额、报考条件等事项以及录用结果',
  '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

export const LEGAL_BASES: readonly LegalBasis[] = [
  {
    code: 'art19',
    text: '条例第十九条：涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策',
    attributes: ['proactive'],
  },
  ...ARTICLE_20.map((text, index) => ({
    code: `cat20.${index + 1}`,
    text: `条例第二十条第（${NUMERALS[index]}）项：${text}`,
    attributes: ['proactive' as const],
  })),
  {
    code: 'art21',
    text: '条例第二十一条：设区的市级、县级人民政府及其部门和乡镇人民政府还应主动公开的信息',
    attributes: ['proactive'],
  },
  { code: 'art44', text: '条例第四十四条：多人申请公开同一信息，转为主动公开', attributes: ['proactive'] },
  {
    code: 'art18',
    text: '条例第十八条：不予公开的信息经定期评估审查，因情势变化可以公开',
    attributes: ['proactive', 'onRequest'],
  },
  { code: 'art27', text: '条例第二十七条：除主动公开外，可以依申请提供', attributes: ['onRequest'] },
  { code: 'art14.1', text: '条例第十四条：依法确定为国家秘密', attributes: ['withheld'] },
  { code: 'art14.2', text: '条例第十四条：法律、行政法规禁止公开', attributes: ['withheld'] },
  {
    code: 'art14.3',
    text: '条例第十四条：公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    attributes: ['withheld'],
  },
  {
    code: 'art15',
    text: '条例第十五条：涉及商业秘密、个人隐私，公开会对第三方合法权益造成损害',
    attributes: ['withheld', 'onRequest'],
  },
  {
    code: 'art16.1',
    text: '条例第十六条第一款：人事管理、后勤管理、内部工作流程等内部事务信息',
    attributes: ['withheld', 'onRequest'],
  },
  {
    code: 'art16.2',
    text: '条例第十六条第二款：讨论记录、过程稿、磋商信函、请示报告等过程性信息和行政执法案卷信息',
    attributes: ['withheld', 'onRequest'],
  },
];

const BY_CODE = new Map(LEGAL_BASES.map((basis) => [basis.code, basis]));

export function legalBasis(code: string): LegalBasis | undefined {
  return BY_CODE.get(code);
}

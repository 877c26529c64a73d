/** 常见问题 of the invented district; everything in them follows from the document that they rest on. */
export interface DemoEntry {
  readonly unit: string;
  /** Day on which it was drafted. */
  readonly on: string;
  readonly document: string;
  readonly topic: string;
  readonly question: string;
  readonly wordings: readonly string[];
  readonly answer: string;
  /** Letter by letter from the document. */
  readonly basis: string;
  readonly reviewMonths?: number;
  /** Day on which somebody said that it is still right. */
  readonly reviewedOn?: string;
}

export const DEMO_ENTRIES: readonly DemoEntry[] = [
  {
    unit: 'jiaoyu',
    on: '2026-04-09',
    document: '明教规〔2022〕1号',
    topic: '教育',
    question: '什么时候可以申请转学？',
    wordings: ['小学转学几月份申请', '中途转学怎么办', '搬家了孩子能转学吗'],
    answer:
      '因家庭住址变更、父母工作调动等原因确需转学的，监护人可以在每学期开学前两周通过“一网通办”提出申请。\n转入学校有空余学位的，五个工作日内答复；没有学位的，由区教育局统筹安排到相对就近学校。\n军人子女、因拆迁跨街镇安置的家庭子女，不受开学前两周的限制。',
    basis: '监护人可以在每学期开学前两周通过“一网通办”提出申请',
    reviewedOn: '2026-10-09',
  },
  {
    unit: 'jiaoyu',
    on: '2026-04-09',
    document: '明教规〔2022〕1号',
    topic: '教育',
    question: '毕业年级的学生可以转学吗？',
    wordings: ['初三能转学吗', '小学五年级能转学吗'],
    answer: '毕业年级学生原则上不办理转学。',
    basis: '毕业年级学生原则上不办理转学',
    reviewMonths: 12,
  },
  {
    unit: 'weijian',
    on: '2026-04-21',
    document: '明卫〔2026〕22号',
    topic: '卫生健康',
    question: '签约家庭医生有什么好处？',
    wordings: ['家庭医生有用吗', '家庭医生能开多久的药'],
    answer:
      '签约居民享有预约优先、长处方、延伸处方和双向转诊服务。\n高血压、糖尿病患者病情稳定的，一次处方量可以延长至十二周。',
    basis: '签约居民享有预约优先、长处方、延伸处方和双向转诊服务。',
    reviewedOn: '2026-10-20',
  },
  {
    unit: 'weijian',
    on: '2026-07-07',
    document: '明卫规〔2026〕1号',
    topic: '卫生健康',
    question: '哪些家庭入托可以减免保育费？',
    wordings: ['三孩家庭托育优惠', '低保家庭上托班减多少'],
    answer: '低保家庭、三孩家庭在普惠机构入托的，保育费减免百分之五十，减免部分由区财政承担。',
    basis: '低保家庭、三孩家庭在普惠机构入托的，保育费减免百分之五十',
  },
  {
    unit: 'yibao',
    on: '2026-04-15',
    document: '明医保〔2025〕16号',
    topic: '医疗保障',
    question: '新生儿从什么时候开始享受居民医保？',
    wordings: ['刚出生的宝宝医保怎么办', '新生儿看病能报销吗'],
    answer: '出生九十日内参保缴费的，自出生之日起享受待遇。可以在“出生一件事”中一并办理。',
    basis: '新生儿出生九十日内参保的，自出生之日起享受待遇',
    reviewMonths: 12,
  },
  {
    unit: 'minzheng',
    on: '2026-07-02',
    document: '明民〔2026〕18号',
    topic: '民政与养老',
    question: '低保标准是多少？',
    wordings: ['现在低保多少钱', '低保一个月能领多少'],
    answer:
      '自2026年7月1日起，本区城乡居民最低生活保障标准为每人每月一千五百四十元，特困人员基本生活标准为每人每月二千零二十元。',
    basis: '本区城乡居民最低生活保障标准调整为每人每月一千五百四十元',
  },
  {
    unit: 'minzheng',
    on: '2026-04-22',
    document: '明民规〔2023〕3号',
    topic: '民政与养老',
    question: '遇到突发困难怎样申请临时救助？',
    wordings: ['家里出事急用钱找谁', '临时救助多久能批'],
    answer:
      '向街道办事处、镇人民政府申请。急难型救助在二十四小时内先行实施，事后十个工作日内补齐手续；支出型救助自受理之日起十二个工作日内办结。\n在本区居住的非户籍人员遭遇急难、暂时得不到家庭支持的，也可以申请。',
    basis: '急难型救助由街道办事处、镇人民政府在二十四小时内先行实施',
  },
  {
    unit: 'renshe',
    on: '2026-04-16',
    document: '明人社〔2026〕11号',
    topic: '社会保障与就业',
    question: '技能提升补贴怎样申领？',
    wordings: ['考了证能领多少钱', '职业技能补贴在哪里申请'],
    answer:
      '自证书核发之日起十二个月内，通过“一网通办”申请，无需提交纸质材料，审核通过后十个工作日内发放到社会保障卡。\n初级一千元、中级一千五百元、高级二千元；紧缺职业（工种）按目录执行。',
    basis: '初级一千元、中级一千五百元、高级二千元',
    reviewMonths: 12,
  },
];

/** Drafted because the hotline reported that it is asked. */
export const GAP_ENTRY: Omit<DemoEntry, 'on'> = {
  unit: 'minzheng',
  document: '明民〔2026〕18号',
  topic: '民政与养老',
  question: '低收入困难家庭按什么标准认定？',
  wordings: ['比低保高一点的家庭有救助吗'],
  answer: '低收入困难家庭认定标准按低保标准的两倍执行。',
  basis: '低收入困难家庭认定标准按低保标准的两倍执行',
};

/** Words that mean the same, as the office of the district keeps them for its search. */
export const DEMO_SYNONYMS: readonly (readonly string[])[] = [
  ['公租房', '公共租赁住房'],
  ['保租房', '保障性租赁住房'],
  ['医保', '医疗保险'],
  ['社保', '社会保险'],
  ['长护险', '长期护理保险'],
  ['低保', '最低生活保障'],
  ['养狗', '养犬', '犬类', '遛狗'],
  ['摆摊', '设摊', '地摊', '夜市', '摊贩'],
  ['钓鱼', '垂钓'],
  ['共享单车', '互联网租赁自行车'],
  ['电动车', '电动自行车'],
  ['上牌', '登记'],
  ['国企', '国有企业'],
  ['非遗', '非物质文化遗产'],
  ['房产证', '不动产权证', '不动产登记'],
  ['台风', '防台'],
  ['老房子', '旧住房', '既有多层住宅'],
  ['电梯加装', '加装电梯'],
  ['堆物', '杂物'],
  ['接访', '接待群众来访', '领导接待日'],
  ['农村建房', '宅基地'],
  ['租房', '租赁住房', '住房租赁'],
  ['种粮补贴', '农业支持保护补贴'],
  ['年检', '年度检查'],
  ['老人吃饭', '长者食堂', '老年助餐', '助餐'],
  ['企业补贴', '企业补助', '企业奖励', '企业扶持', '惠企'],
  ['AI', '人工智能'],
  ['5G', '移动通信', '通信基站'],
  ['停车费', '停车收费'],
  ['十四五规划', '第十四个五年规划'],
];

/** Answers chosen by hand for queries that are asked most. */
export const DEMO_BEST_ANSWERS: readonly {
  readonly query: string;
  readonly documentNumber: string;
  readonly note: string;
}[] = [
  { query: '幼升小', documentNumber: '明教〔2026〕15号', note: '2026年秋季入学以本通知为准' },
  { query: '公租房', documentNumber: '明府规〔2020〕3号', note: '有效期已延长至2027年10月31日，申请条件和材料见正文' },
];

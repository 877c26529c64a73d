/**
 * The demonstration district, 澄川市明湖区: invented, like every unit, person and document of this folder. Codes are pinyin, as they
 * stand in addresses and account names; `aliases` are the other ways in which plans write a unit.
 */
export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'government' | 'department' | 'street' | 'town' | 'park' | 'institution' | 'enterprise';
  readonly aliases: readonly string[];
  readonly sections: readonly string[];
}

/** A group that plans name instead of units; without kinds and codes it is open: the office chooses the members task by task. */
export interface DemoGroup {
  readonly name: string;
  readonly kinds: readonly DemoUnit['kind'][];
  readonly codes: readonly string[];
  readonly note: string;
}

export const CITY_CODE = 'chengchuan';
export const DISTRICT_CODE = 'minghu';
export const OFFICE_CODE = 'zhengfuban';

const GOVERNMENTS: readonly DemoUnit[] = [
  unit(CITY_CODE, '澄川市人民政府', '市政府', 'government', ['澄川市政府'], []),
  unit(DISTRICT_CODE, '澄川市明湖区人民政府', '区政府', 'government', ['明湖区人民政府', '明湖区政府'], []),
];

const DEPARTMENTS: readonly DemoUnit[] = [
  department(OFFICE_CODE, '人民政府办公室', '区政府办公室', ['区政府办', '区府办'], ['政务公开科', '秘书科', '督查科']),
  department('fagai', '发展和改革局', '区发展改革局', ['区发改局'], ['综合规划科', '投资科', '价格信用科']),
  department('jiaoyu', '教育局', '区教育局', [], ['办公室', '基础教育科', '计划财务科']),
  department('keji', '科学技术局', '区科技局', [], ['办公室', '高新技术科']),
  department('gongxin', '工业和信息化局', '区工业信息化局', ['区工信局'], ['企业服务科', '运行监测科']),
  department('gongan', '公安分局', '区公安分局', ['明湖公安分局', '市公安局明湖分局'], ['指挥中心', '治安大队']),
  department('minzheng', '民政局', '区民政局', [], ['社会救助科', '养老服务科', '基层政权科']),
  department('sifa', '司法局', '区司法局', [], ['行政复议科', '规范性文件科', '公共法律服务科']),
  department('caizheng', '财政局', '区财政局', [], ['预算科', '国库科', '绩效评价科']),
  department('renshe', '人力资源和社会保障局', '区人力资源社会保障局', ['区人社局'], ['就业促进科', '社会保险科']),
  department(
    'ziyuan',
    '自然资源和规划分局',
    '区自然资源规划分局',
    ['区资规分局', '市自然资源和规划局明湖分局', '区自然资源和规划局'],
    ['规划编制科', '征收利用科'],
  ),
  department(
    'huanjing',
    '生态环境分局',
    '区生态环境分局',
    ['区生态环境局', '市生态环境局明湖分局'],
    ['综合科', '环境监管科'],
  ),
  department(
    'zhujian',
    '住房和城乡建设局',
    '区住房城乡建设局',
    ['区住建局'],
    ['住房保障科', '城市更新科', '物业管理科'],
  ),
  department('jiaotong', '交通运输局', '区交通运输局', ['区交通局'], ['公共交通科', '建设管理科']),
  department('shuili', '水利局', '区水利局', [], ['防汛科', '水资源科']),
  department('nongye', '农业农村局', '区农业农村局', [], ['乡村建设科', '农业综合科']),
  department('shangwu', '商务局', '区商务局', [], ['消费促进科', '流通管理科']),
  department(
    'wenlv',
    '文化广电旅游体育局',
    '区文广旅体局',
    ['区文旅局', '区文广旅局', '区体育局'],
    ['公共服务科', '旅游推广科', '群众体育科'],
  ),
  department('weijian', '卫生健康局', '区卫生健康局', ['区卫健局', '区卫健委'], ['办公室', '医政科', '妇幼托育科']),
  department('tuiyi', '退役军人事务局', '区退役军人局', ['区退役军人事务局'], ['办公室', '安置优抚科']),
  department('yingji', '应急管理局', '区应急局', ['区应急管理局'], ['应急指挥科', '安全监管科']),
  department('shenji', '审计局', '区审计局', [], ['财政审计科', '综合法规科']),
  department(
    'shichang',
    '市场监督管理局',
    '区市场监管局',
    ['区市场监督管理局'],
    ['信用监管科', '食品安全科', '行政审批科'],
  ),
  department('guozi', '国有资产监督管理局', '区国资局', ['区国资委', '区国资监管局'], ['综合科', '产权管理科']),
  department('tongji', '统计局', '区统计局', [], ['综合核算科', '普查中心']),
  department('yibao', '医疗保障局', '区医保局', ['区医疗保障局'], ['待遇保障科', '基金监管科']),
  department('chengguan', '城市管理局', '区城市管理局', ['区城管局', '区综合执法局'], ['市容环境科', '执法督察科']),
  department('xinfang', '信访局', '区信访局', ['区信访办'], ['办信科', '接访科']),
  department(
    'shuju',
    '政务服务和数据管理局',
    '区数据局',
    ['区政务数据局', '区政务服务和数据管理局'],
    ['数据资源科', '审改科'],
  ),
  department(
    'jiguan',
    '机关事务管理局',
    '区机关事务局',
    ['区机管局', '区机关事务管理局'],
    ['综合科', '公共机构节能科'],
  ),
  department('jinrong', '金融工作办公室', '区金融办', [], ['银企服务科']),
  department('shuiwu', '税务局', '区税务局', [], ['纳税服务股', '法制股']),
  department('xiaofang', '消防救援大队', '区消防救援大队', ['区消防大队'], ['监督执法科']),
  department('toucu', '投资促进局', '区投资促进局', ['区投促局'], ['项目服务科']),
  department('guodong', '国防动员办公室', '区国动办', ['区人防办', '区国防动员办'], ['工程管理科']),
  department('xinwen', '人民政府新闻办公室', '区政府新闻办', ['区新闻办', '区委宣传部'], ['新闻发布科', '舆情科']),
  department('zuzhi', '委员会组织部', '区委组织部', [], ['干部教育科']),
];

const STREETS: readonly DemoUnit[] = [
  street('hubin', '湖滨'),
  street('wangyue', '望月'),
  street('qingxi', '清溪'),
  street('liulang', '柳浪'),
  street('shiqiao', '石桥'),
  street('wenchang', '文昌'),
  street('yuntai', '云台'),
  street('dongdu', '东渡'),
  street('jinping', '锦屏'),
];

const TOWNS: readonly DemoUnit[] = [
  town('luzhou', '鹭洲'),
  town('qinghe', '青禾'),
  town('lankou', '澜口'),
  town('sangyuan', '桑园'),
  town('baishi', '白石'),
];

const PARKS: readonly DemoUnit[] = [
  unit(
    'kaifaqu',
    '明湖经济开发区管理委员会',
    '明湖开发区管委会',
    'park',
    ['区经开区管委会', '明湖经开区'],
    ['综合办公室', '企业服务中心'],
  ),
  unit('kechuang', '明湖科创城管理委员会', '科创城管委会', 'park', ['明湖科创城'], ['综合办公室', '产业发展部']),
  unit('gangqu', '澜口港产业园管理委员会', '澜口港园区管委会', 'park', ['澜口港产业园'], ['综合办公室']),
];

const INSTITUTIONS: readonly DemoUnit[] = [
  institution('rongmei', '融媒体中心', ['区融媒中心'], ['总编室', '网站运行部', '新媒体部']),
  institution('dashuju', '大数据中心', [], ['平台运行部', '数据治理部']),
  institution('zhengwu', '政务服务中心', ['区行政服务中心'], ['窗口管理科', '热线办理科']),
  institution('chengyun', '城市运行管理中心', ['区城运中心', '区热线办'], ['热线受理科', '指挥调度科']),
  institution('dangan', '档案馆', [], ['查阅利用科']),
  institution('tushu', '图书馆', [], ['读者服务部']),
];

const ENTERPRISES: readonly DemoUnit[] = [
  unit('chengtou', '明湖城市建设投资集团有限公司', '区城投集团', 'enterprise', ['明湖城投'], ['办公室']),
  unit('gongjiao', '明湖公共交通有限公司', '区公交公司', 'enterprise', ['明湖公交'], ['运营部']),
  unit('gongshui', '明湖供水有限公司', '区供水公司', 'enterprise', ['明湖供水'], ['客户服务部']),
  unit('ranqi', '明湖燃气有限公司', '区燃气公司', 'enterprise', ['明湖燃气'], ['客户服务部']),
];

export const DEMO_UNITS: readonly DemoUnit[] = [
  ...GOVERNMENTS,
  ...DEPARTMENTS,
  ...STREETS,
  ...TOWNS,
  ...PARKS,
  ...INSTITUTIONS,
  ...ENTERPRISES,
];

/** Fields in which openness standards are compiled field by field; the plan names the group, not the twelve departments. */
const STANDARD_FIELDS = [
  'jiaoyu',
  'gongan',
  'minzheng',
  'sifa',
  'caizheng',
  'renshe',
  'huanjing',
  'zhujian',
  'nongye',
  'weijian',
  'yingji',
  'shichang',
];

export const DEMO_GROUPS: readonly DemoGroup[] = [
  group('各街镇', ['street', 'town'], [], '各街道办事处、镇人民政府'),
  group('各街道', ['street'], [], '各街道办事处'),
  group('各镇', ['town'], [], '各镇人民政府'),
  group('各园区', ['park'], [], '各园区管理委员会'),
  group('区政府各部门', ['department'], [], '区政府办公室及各工作部门、派出机构'),
  group('各单位', ['department', 'street', 'town', 'park'], [], '全区承担政务公开职责的单位'),
  group('标准目录编制单位', [], STANDARD_FIELDS, '十二个基层政务公开标准化领域的主管部门'),
  group('公共企事业单位', ['enterprise'], [], '供水、供气、公交等公共企事业单位'),
  group('各相关单位', [], [], '由区政府办公室按任务内容逐项确定'),
];

export function demoUnit(code: string): DemoUnit {
  const found = DEMO_UNITS.find((unit) => unit.code === code);
  if (!found) throw new Error(`The demonstration district has no unit ${code}.`);
  return found;
}

function unit(
  code: string,
  name: string,
  shortName: string,
  kind: DemoUnit['kind'],
  aliases: readonly string[],
  sections: readonly string[],
): DemoUnit {
  return { code, name, shortName, kind, aliases, sections };
}

function department(
  code: string,
  name: string,
  shortName: string,
  aliases: readonly string[],
  sections: readonly string[],
): DemoUnit {
  const official = code === 'zuzhi' ? `中共明湖区${name}` : `明湖区${name}`;
  return unit(
    code,
    official,
    shortName,
    'department',
    [...new Set([...aliases, `区${name}`])].filter((alias) => alias !== shortName),
    sections,
  );
}

function street(code: string, name: string): DemoUnit {
  return unit(
    code,
    `明湖区人民政府${name}街道办事处`,
    `${name}街道`,
    'street',
    [`${name}街道办事处`],
    ['党政综合办公室', '社区事务受理服务中心', '平安建设办公室'],
  );
}

function town(code: string, name: string): DemoUnit {
  return unit(
    code,
    `明湖区${name}镇人民政府`,
    `${name}镇`,
    'town',
    [`${name}镇政府`, `${name}镇人民政府`],
    ['党政办公室', '便民服务中心', '农业农村办公室'],
  );
}

function institution(code: string, name: string, aliases: readonly string[], sections: readonly string[]): DemoUnit {
  return unit(code, `明湖区${name}`, `区${name}`, 'institution', aliases, sections);
}

function group(name: string, kinds: readonly DemoUnit['kind'][], codes: readonly string[], note: string): DemoGroup {
  return { name, kinds, codes, note };
}

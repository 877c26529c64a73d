/** What the words before a value, or the head of its column, say that the value is. */
export type LabelKind =
  | 'identity'
  | 'phone'
  | 'homePhone'
  | 'officePhone'
  | 'card'
  | 'publicAccount'
  | 'name'
  | 'publicName'
  | 'position'
  | 'birthDate'
  | 'email'
  | 'plate'
  | 'passport'
  | 'permit'
  | 'military'
  | 'home'
  | 'publicPlace'
  | 'health'
  | 'sex'
  /** Numbers of orders, contracts, projects: never of a person, even when a checksum happens to fit. */
  | 'serial'
  /** Numbers of unknown making: they deny what is only shaped like an identity number. */
  | 'code'
  /** Numbers given to a person by a school or an examination: often the identity number itself, never a telephone. */
  | 'ticket'
  /** 统一社会信用代码 and the like: a person without one is entered with the identity number. */
  | 'credit'
  | 'amount'
  | 'row'
  | 'date';

const WORDS: readonly (readonly [LabelKind, string])[] = [
  ['row', '序号|编次|行次|项次|科目|指标|名称|年份|年度|备注|说明|收件人|甲方|乙方|买方|卖方'],
  [
    'identity',
    '(?:公民|居民|居民二代|二代)?身[份分][证證](?:件)?(?:号码|号|號碼|證號)?|公民身份号码|身份号码?|(?<![可照文])(?:有效)?证件(?:号码?|编号|编码)?|(?:有效)?证照(?:号码|编号)|社会保障号码?|社保(?:编)?号码?|医保(?:个人)?(?:编号|号)|学籍号|残疾(?:人)?证(?:号码?|编号)?|居住证号码?|驾驶证(?:号码?|编号)|户口(?:本|簿)?(?:身份)?号|idcard|id_card|idno|id_no|sfzhm?|(?<![a-z_?&])ID(?:号码?|card)?',
  ],
  ['passport', '护照(?:号码?)?|passport(?: ?no)?'],
  [
    'permit',
    '(?:往来)?港澳(?:居民)?(?:来往内地)?通行证(?:号码?)?|(?:往来|大陆居民往来)?台湾(?:居民来往大陆)?通行证(?:号码?)?|回乡证(?:号码?)?|台胞证(?:号码?)?|通行证(?:号码?)?|永久居留(?:身份)?证(?:号码?)?',
  ],
  [
    'military',
    '军官证(?:号码?)?|士兵证(?:号码?)?|军人证(?:号码?)?|(?:军人)?保障卡号|军人证件(?:号码?)?|退役(?:军人)?证(?:号码?)?|警官证(?:号码?)?|文职干部证(?:号码?)?',
  ],
  [
    'officePhone',
    '办公电话|单位电话|公司电话|科室电话|办公室电话|监督(?:举报)?电话|举报电话|投诉(?:举报)?电话|咨询(?:服务)?电话|服务(?:热线|电话)|值班电话|受理电话|热线(?:电话)?|总机|传真(?:号码?)?|采购人联系方式|代理机构联系方式|项目联系方式',
  ],
  ['homePhone', '家庭电话|住宅电话|宅电|家长电话|监护人电话|本人电话|个人电话|户主电话|小灵通'],
  [
    'phone',
    '(?:移动|手机|联系|联络)(?:人)?(?:电话|手机|方式|号码?)(?:号码?)?|手机(?:号码?)?|电话(?:号码?)?|電話|联系方式|mobile|phone|tel|微信(?:号)?',
  ],
  [
    'publicAccount',
    '(?:缴款|财政|国库|专用|对公|保证金|基本|监管|缴费|捐赠|共管)(?:专户|账户|帐户)?(?:账号|帐号|账户|帐户)',
  ],
  [
    'card',
    '(?:银行|一卡通|社保|市民|工资|储蓄|借记|信用|惠农|惠民|收款人|发放)?(?:卡|存折)(?:号码?|账号|帐号)|(?:个人|本人|开户|银行|收款|发放|领款)?(?:银行)?[账帐](?:号|户号?)|银行卡|一卡通|存折|bankcard|card ?no',
  ],
  [
    'publicName',
    '法定代表人(?:\\(负责人\\))?|法人代表|法人|负责人|项目负责人|项目经理|联系人|单位联系人|主要负责人|局长|区长|主任|书记|评审专家|评标委员会|经办人|承办人|执法人员|审判员|审判长|书记员|发言人|主持人?|出席|参加人员|列席|校长|院长',
  ],
  [
    'name',
    '(?:学生|幼儿|儿童|患者|病人|申请人|户主|产权人|权利人|被征收人|承租人|监护人|家长|亲属|父亲|母亲|配偶|子女|当事人|被处罚人|受罚人|违法行为人|低保对象|救助对象|保障对象|补助对象|受助人|受益人|家庭成员|共同申请人|共有人|房屋所有权人|所有权人|使用权人|搬迁人|安置人|被拆迁人|购房人|投诉人|举报人|信访人|反映人|报名人|考生|应聘人|残疾人|死者|死亡人员|伤者|受伤人员|借款人|被执行人|失信被执行人|持证人|持卡人|收款人|领款人|领取人|本人|车主|驾驶人|机动车所有人|参保人|退休人员|人员|被告人|受害人|证人|老人|特困人员|孤儿|获奖人|候选人|拟录用人员|拟聘人员|缴费人|纳税人)(?:的)?(?:姓名|名字)|姓\\s{0,4}名|名字|(?:被公示|拟录用|拟聘用|录用|聘用)?人员名单|申请人|户\\s{0,2}主|产权人|房屋所有权人|所有权人|权利人|被征收(?:人|户)|承租人|监护人|学生|患者|病人|当事人|被处罚人|违法行为人|低保对象|救助对象|保障对象|补助对象|受助人|受益人|家庭成员|共同申请人|共有人|被拆迁人|购房人|投诉人|举报人|信访人|反映人|考生|残疾人|死者|借款人|被执行人|持证人|持卡人|收款人|领款人|车主|驾驶人|参保人|配偶|子女|父亲|母亲|抚养人|赡养人|使用权人|委托人|被委托人|委托代理人|开户名|户名|name',
  ],
  ['position', '职务|职位|岗位职责|分管(?:工作|领域)?|执法证号|科室|职称职务|所在单位及职务'],
  ['birthDate', '出生(?:年月日|日期|时间|年月)|生日|(?:出)?生于|出生|birth(?:day|date)?'],
  ['email', '(?:电子)?邮箱(?:地址)?|电子邮件|e-?mail'],
  ['plate', '(?:车辆)?号牌号码|车牌(?:号码?)?|号牌|车号|机动车号牌'],
  [
    'publicPlace',
    '(?:办公|注册|单位|公司|企业|经营|受理|办理|施工|建设|项目|活动|报名|考试|开标|会议|事故|违法|采购人|供应商|中标人|代理机构|递交|生产|抽样|机构|服务|企业注册|被抽样单位|机房)(?:单位)?(?:地址|地点|场所|所在地)|地点|住所\\(经营场所\\)|经营场所|生产厂址|办公场所',
  ],
  [
    'home',
    '(?:家庭|现|常住|户籍|居住|户口|住宅|身份证|现居住|实际居住|房屋|被征收房屋|房产|房屋坐落|申请人|户主|本人|个人|产权)(?:所在)?(?:地址|住址|住所地?|坐落|座落|居住地)|住址|现住|家住|户籍(?:地|所在地)|居住地|户口所在地|房屋(?:坐落|座落|位置|地址)|坐落|座落|门牌号码?',
  ],
  [
    'health',
    '疾病(?:名称|种类|类型)?|病种|病情|病名|诊断(?:结果|结论)?|临床诊断|残疾(?:类别|等级|类型|级别)|患病(?:情况|种类|名称)|健康(?:状况|情况)|身体状况|传染病|住院号|病历号|门诊号|病案号|致贫原因',
  ],
  ['sex', '性别|民族'],
  [
    'serial',
    '(?:(?:订|定|运|工|快递|物流|报|提|回|派|保|舱|货|任务|受理|交易|办件|流水)单(?:编)?号?|单号)(?:码)?|(?:订单|合同|项目|工程|案件|案|受理|办件|业务|交易|批次|流水|支付|付款|退款|商户|快递|运单|物流|发票|票据|凭证|条形?码|商品|货物|不动产(?:单元|权证|权)|宗地|地块|图斑|标段|采购|招标|投标|竞价|公告|意向|计划|备案|立项|赋码|统一|索引|信息索引|登记|注册|批准|许可证?|许可|资质|检验报告|报告|抽样(?:单)?|样品|设备|产品|出厂|序列|机器|档案|卷宗|邮件|挂号|公证|仲裁|处罚决定书?|文书|决定书|通知书|裁定书|国标|资产|固定资产|器材|车架|发动机|电表|水表|燃气表|表具|用户|户|客户|会议|监督|信访件|工单|服务|事项|办理|实施|目录|权力|主项|子项|行政区划|网格|房源|房屋|楼栋|单元|二维|追溯|溯源|防伪|标签|基金|证券|保单|保险单?|提案|建议|课题|标的|拍品|标的物|产权证|房产证|土地证|用地|规划许可证?|施工许可证?|排污许可证?|药品|医疗器械|食品生产许可证|经营许可证)(?:的)?(?:编号|代码|编码|号码|序列号|证号|字号|号)|订单|(?:交易|业务|支付)?流水(?:号)?|(?!证件|证照|身份|人员|学生|个人|证书|社保|医保|参保|残疾|员工|教师|会员)[\\u4e00-\\u9fff](?!证)[\\u4e00-\\u9fff](?:编号|编码)|权证编号|赋码|监督码|追溯码|预约号|排队号|缴款书(?:号码?|编号)?|批号|运单|电子监管号|营业执照(?:号码?|注册号)?|车辆识别代[码号]|车架号|IMEI|ISBN|ISSN|CIP|SN|VIN|S/N|order(?: ?(?:no|id))?|trace_?id|request_?id|uuid|md5|sha256|hash|token|条码|条形码|序列号|索引号|文号|案号|标准号|备案号|经纬度|坐标',
  ],
  [
    'code',
    '编号|编码|代码|证书编号|证书号码?|报名序号|档案号|座位号|摇号编号|登记号|QQ(?:号码?|群)?|群号|邮编|邮政编码|No\\.?',
  ],
  ['ticket', '个人编号|准考证号?码?|考号|考生号|工号|学号|教工号|员工号'],
  ['credit', '(?:统一)?社会信用代码|信用代码|组织机构代码|纳税人识别号|税号|税务登记证?号?|机构代码'],
  [
    'amount',
    '单位:?(?:万|亿)?元|\\((?:万|亿)?元\\)|金额|收入|支出|预算数|决算数|余额|资产|负债|产值|税收|资金|经费|费用|总额|总价|单价|合计|总计|报价|预算|总投资|投资(?:额|总额|金额)|面积|补偿款|补贴|价格|成交价|中标价|限价|控制价|数量|人数|比例|得分|分数|成绩|总分|容积率',
  ],
  [
    'date',
    '(?:办理|申请|受理|公示|发布|成文|签订|处罚|决定|登记|缴款|开工|竣工|截止|生产|有效)(?:日期|时间|期限)|日期|时间|日',
  ],
];

const KINDS = WORDS.map(([kind]) => kind);
const ANY = new RegExp(WORDS.map(([, words]) => `(${words})`).join('|'), 'gi');
const REACH = 34;
/** The label already has its value, or its sentence has ended. */
const HAS_VALUE = /\d{5}|[\dA-Za-z][\s,;、|]|[。;!?]/;

/** Kind of a column by its head: the last label in it decides, as 申请人身份证号 is a number and 身份证姓名 a name. */
export function labelOf(head: string): LabelKind | null {
  let last: LabelKind | null = null;
  for (const match of head.slice(0, 40).matchAll(ANY)) last = kindOf(match) ?? last;
  return last;
}

/**
 * Kind of the value that begins at `start`: of the last label before it on its line (or on the line before, when the value
 * begins its line), as long as no other value stands between.
 */
export function labelBefore(plain: string, start: number): LabelKind | null {
  const before = plain.slice(Math.max(0, start - REACH), start);
  const lines = before.split(/[\n\ue003]/);
  const line = lines.at(-1) ?? '';
  const words = line.trim() === '' && lines.length > 1 ? (lines.at(-2) ?? '') : line;
  let kind: LabelKind | null = null;
  let end = -1;
  for (const match of words.matchAll(ANY)) {
    const found = kindOf(match);
    // 身份证编号, 身份证NO. and 身份证(号码) are still the identity number.
    if (!(found === 'code' && kind !== null && match.index - end <= 4)) kind = found;
    end = match.index + match[0].length;
  }
  const between = end < 0 ? '' : words.slice(end);
  return between.length > 16 || HAS_VALUE.test(between.replaceAll(/\([^()]*\)/g, '')) ? null : kind;
}

function kindOf(match: RegExpMatchArray): LabelKind | null {
  const group = match.slice(1).findIndex((value) => value !== undefined);
  return KINDS[group] ?? null;
}

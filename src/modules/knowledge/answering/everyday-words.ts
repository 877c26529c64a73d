/** Everyday words and those in which offices write the same. The office's own synonyms (search) come on top. */
const GROUPS = `
老人 老年人 长者
小孩 孩子 儿童 婴幼儿 学生 适龄儿童
岁 周岁
狗 犬
遛狗 携犬
补 补贴 补助 资助
补贴 补助
优惠 减免 减半 免收
给 发放 支付 拨付 核拨
发 发放 发给
领 申领 领取 享受
交 缴纳 缴费
交钱 缴费
钱 费用 资金 元
报销 享受待遇
收费 收取费用 免费
停 停放
停车 停放
电动车 电动自行车
开门 开放 服务时间
结束 截止
截止 逾期
最晚 延长至
换 更换
改 改造
处理 办理
审完 审查 审核
办好 办结
管 负责
罚款 处罚
不服 异议 复核
公布 公开 公示
看 查询 查阅
公司 企业
开公司 企业开办
执照 登记
单位 企业
工作 就业
打工 务工
上学 入学
读书 入学
毕业班 毕业年级
大学生 高校毕业生
租 租住 承租
最长 不超过 累计 最高
最高 不超过 上限
最多 不超过
便宜 优惠 低于
几折 百分之
同意 表决
业主 居民
楼道 楼梯间 走道 门厅
小区 居住区 住宅小区
老小区 旧住房 既有住宅
漏水 渗漏
修 维修 修复
黑名单 名单 失信
欠薪 拖欠 工资
看病 就诊
药 处方
打针 接种
晚上 夜间
夜里 夜间
白天 日间
农民 农户 村民
种地 种植
建房 宅基地
征地 征收
拆迁 征收
垃圾 生活垃圾
老板 企业负责人
新装 增设
路边摊 食品摊贩 摊贩
卖 经营
去年 上年度 2025年
骗取 弄虚作假 套取
后果 追回
首次 第一次
病人 患者
附近 周边
对外开放 向社会开放
吃饭 就餐 用餐 餐费
小孩 中小学生
孩子 儿童
一年 每年 年度
每月 每个月
满 年满
末班车 首末班
头班车 首末班
低收入家庭 低收入困难家庭
贷 贷款
领 申领 领取 享受
申请 申报
网上 一网通办
押金 保证金
图书馆 文化场馆
带 携带
咬伤 伤人
医药费 费用 送医
招牌 店招标牌 店招
体育馆 体育场馆 场馆
`;

const EQUIVALENTS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  for (const line of GROUPS.trim().split('\n')) {
    const [word = '', ...others] = line.split(' ');
    found.set(word, new Set([...(found.get(word) ?? []), ...others]));
  }
  return found;
})();

/** In which words a text may say the same; none when it is said in one way. */
export function equivalentsOf(word: string): readonly string[] {
  return [...(EQUIVALENTS.get(word) ?? [])];
}

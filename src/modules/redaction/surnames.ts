const SINGLE = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.split(
    '',
  ),
);

const COMPOUND = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 宇文 长孙 轩辕 钟离 闻人 申屠 端木 南宫 百里 东郭 西门 呼延 独孤 澹台 淳于 太史 拓跋 第五 公冶 仲孙 万俟 赫连 濮阳 单于 完颜 耶律 鲜于 闾丘 宰父 谷梁 颛孙 巫马 漆雕 乐正 壤驷 公良 左丘 东门 梁丘 南门'.split(
    ' ',
  ),
);

// What stands where a name might, and begins with a surname all the same.
const NO_NAME =
  /^(?:申请|申报|申诉|申领|应当|应该|应于|应在|应为|应届|全部|全体|全家|全市|全县|全区|单位|单独|单身|方式|方可|方法|方面|任何|任职|和其|和其他|和家庭|相关|关于|有关|成员|成立|成年|常住|常务|时间|时应|平均|平方|平台|元整|信息|信用|向我|向本|于本|于其|权利|权属|权益|公司|公民|公示|公告|明确|强制|明细|安置|安排|高龄|高校|高中|高级|连续|连同|解除|解释|万元|万人|华侨|居民|居住|居委|国家|国有|国籍|原则|原件|原房|原址|原因|来源|支付|支出|计算|计划|计生|温馨|金额|谢谢|马上|路线|石材|钢材|家庭|文化|文件|党员|党委|农村|农户|农民|利用|利息|干部|都是|符合|符号|项目|项下|别称|司机|师傅|宁可|阳光|满意|房屋|房产|房源|车辆|车牌|车位|官方|管理|管委|海外|花园|红利|区域|区政府|街道|景区|祖籍|祖父|祖母|母亲|母婴|盖章|简历|经办|位于|位置|初审|初中|来访|商品|商户|乐居|容积|普通|时段|智能|战略|危房|银行|印章|幸福|富裕|阴影|支行|南路|东路|北路|西路|查询|查看|查验|常见|古籍|边界|终审|终止|年龄|性别|民族|备注|说明|合计|小计|签名|签字|地址|电话|身份|成绩|毕业|应聘|应征|应急|应税|应付|应收|宗地|党派|车型|车号|车主|席位|关系|路段|农历|农业|农民|时长|程序|程度|段落|方位|方案|方向|单价|单号|单元|包括|包含|林地|林权|林业|田地|金牌|印发|强调|全称|卫生|经济|经营|经费|经审|相应|温度|江苏|江西|云南|安徽|安全|广东|广西|商业|商贸|石油|万余|水费|水利|水电|钱款|钟楼|古城|游客|游泳|司法|殷切|时限|喻为|常规|通过|和谐|平等|平均|景点|花卉|苗木|向社会|党支|养老|养殖|家属|贫困|边远|蓝色|红色|黄色|白色|荣誉|巩固|强化|都市|贺信|贺电|谢绝|温泉|汤山|别墅|成交|成果|成功|广告|冷链|阮氏)/;
// Places, offices and words of grammar; 月, 元, 可, 年, 书 do end names.
const NAME_NO_MORE =
  /[某省市县区镇乡村街号室栋幢楼局处科部厅院所站厂司队组班等的了是在为其该及或与按将被把对从以不未已需须请见详员件表单证费款分项第]$/;

// 张先生, 李老师: as good as masked.
const TITLES =
  /^(?:先生|女士|小姐|老师|师傅|同志|同学|医生|主任|局长|科长|处长|经理|书记|镇长|区长|大爷|大妈|阿姨|老板|律师|教授|警官|工|姓|家|氏)$/;

/** 2 to 4 Han characters that begin with a surname, or a name of several parts with a dot between: 买买提·艾力. */
// Given names that stand without a surname, as many Tibetans, Mongols, Uygurs and Kazakhs have them.
const NO_SURNAME =
  /^(?:尼玛|扎西|达瓦|次仁|卓玛|央金|丹增|旦增|格桑|索朗|平措|洛桑|白玛|拉姆|边巴|巴桑|普布|米玛|多吉|顿珠|罗布|德吉|强巴|次旦|仁青|才让|巴特尔|其其格|苏和|乌云|娜仁|萨仁|额尔|斯琴|呼和|朝鲁|那日|阿依|古丽|买买提|吐尔|艾合|艾买|努尔|帕提|热依|玛依|迪丽|木拉|依明|哈力|叶尔|加依|巴合)/;

export function isPersonName(text: string): boolean {
  if (/^[\u4e00-\u9fff]{2,6}$/.test(text) && NO_SURNAME.test(text) && !NAME_NO_MORE.test(text)) return true;
  if (/^[\u4e00-\u9fff]{1,8}(?:[·•・‧∙][\u4e00-\u9fff]{1,10}){1,4}$/.test(text)) return !text.includes('某');
  if (!/^[\u3400-\u9fff]{2,4}$/.test(text) || text.includes('某') || NO_NAME.test(text)) return false;
  const given = COMPOUND.has(text.slice(0, 2)) && text.length > 2 ? text.slice(2) : text.slice(1);
  const hasSurname = COMPOUND.has(text.slice(0, 2))
    ? text.length > 2 || SINGLE.has(text.charAt(0))
    : SINGLE.has(text.charAt(0));
  if (TITLES.test(given)) return false;
  return hasSurname && given.length <= (COMPOUND.has(text.slice(0, 2)) ? 2 : 3) && !NAME_NO_MORE.test(text);
}

/** Of one character or two. */
export function isSurname(text: string): boolean {
  return SINGLE.has(text) || COMPOUND.has(text);
}

/** How much of a name stays: the surname, or the first character of a name of several parts. */
export function surnameLength(name: string): number {
  return COMPOUND.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1;
}

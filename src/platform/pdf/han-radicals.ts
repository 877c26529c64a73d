/**
 * Radicals that fonts (Source Han and Noto foremost) name in place of the ordinary character with the same glyph: ⺠ for 民, ⻔ for 门.
 * NFKC folds the Kangxi block but only two of the supplement's 115; the pairs follow Unicode's EquivalentUnifiedIdeograph.txt. ⼾ is 户
 * here: the plans are in simplified characters, where NFKC's 戶 is never meant.
 */
const PAIRS =
  '⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺉刂 ⺊卜 ⺎尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ' +
  '⺫罒 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺶羊 ⺷羊 ⺹耂 ⺻聿 ⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ' +
  '⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ' +
  '⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 ⼾户';

const ORDINARY = new Map(PAIRS.split(' ').map((pair) => [...pair] as [string, string]));
const UNUSUAL = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/** Ordinary characters for radicals and compatibility forms; everything else stays. */
export function ordinaryHan(text: string): string {
  return text.replace(UNUSUAL, (character) => ORDINARY.get(character) ?? character.normalize('NFKC'));
}

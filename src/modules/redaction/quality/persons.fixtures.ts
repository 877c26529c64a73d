import { identityCheck } from '../identity-checksum.ts';
import { passesLuhn } from '../luhn.ts';
import type { Random } from './random.fixtures.ts';

const REGIONS =
  '110101 110105 110228 120103 120221 130102 130684 140105 141082 150102 152921 210102 211224 220104 222401 230103 231281 310104 310230 320102 320583 321088 330102 330106 330681 332522 340104 341221 350102 350782 360103 362330 370102 371722 410105 411628 420106 422822 430102 433122 440103 441900 445281 450102 451031 460105 469003 500103 500243 510104 513401 520102 522701 530102 532901 540102 542121 610103 612701 620102 622901 630102 640104 650102 653101 710000 810000 820000'.split(
    ' ',
  );
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'.split(
    '',
  );
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文慧红梅春花海燕晓东雪峰佳琪子涵宇轩梓萱浩然欣怡俊凯思远雨桐金凤国庆永福德胜素珍翠莲根宝阿毛水生土根月仙'.split(
    '',
  );
const COMPOUND = '欧阳 上官 司马 诸葛 皇甫 尉迟 慕容 司徒 夏侯 令狐'.split(' ');
const DOTTED =
  '买买提·艾力 古丽娜尔·吐尔逊 阿卜杜拉·热合曼 迪丽拜尔·买买提 扎西·次仁 卓玛·央金 巴特尔·乌恩 努尔兰·哈力克'.split(
    ' ',
  );

/** Invented people: every number is drawn, none is anybody's on purpose. */
export class Persons {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  name(): string {
    const { random } = this;
    const kind = random.next();
    if (kind < 0.04) return random.of(DOTTED);
    const given = random.of(GIVEN) + (random.chance(0.75) ? random.of(GIVEN) : '');
    return (kind < 0.08 ? random.of(COMPOUND) : random.of(SURNAMES)) + given;
  }

  birth(first = 1935, last = 2019): string {
    const { random } = this;
    const pad = (value: number) => String(value).padStart(2, '0');
    return `${random.between(first, last)}${pad(random.between(1, 12))}${pad(random.between(1, 28))}`;
  }

  identity(birth = this.birth()): string {
    const digits = this.random.of(REGIONS) + birth + this.random.digits(3);
    return digits + identityCheck(digits);
  }

  /** One that ends in X. */
  identityWithX(): string {
    for (;;) {
      const number = this.identity();
      if (number.endsWith('X')) return number;
    }
  }

  mistyped(birth = this.birth()): string {
    const right = this.identity(birth);
    const wrong = String((Number(right.charAt(17) === 'X' ? 10 : right.charAt(17)) + this.random.between(1, 8)) % 10);
    return right.slice(0, 17) + (wrong === right.charAt(17) ? String((Number(wrong) + 1) % 10) : wrong);
  }

  oldIdentity(): string {
    return this.random.of(REGIONS.slice(0, 60)) + this.birth(1925, 1990).slice(2) + this.random.digits(3);
  }

  mobile(): string {
    return `1${this.random.between(3, 9)}${this.random.digits(9)}`;
  }

  card(): string {
    const { random } = this;
    const prefix = random.of([
      '622202',
      '621700',
      '622848',
      '623668',
      '621661',
      '622588',
      '955880',
      '620522',
      '621226',
    ]);
    const body = prefix + random.digits(random.of([9, 12]));
    for (let check = 0; ; check++) if (passesLuhn(body + check)) return body + check;
  }

  plate(): string {
    const { random } = this;
    const head =
      random.of('京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'.split('')) +
      random.letters(1, 'ABCDEFGH');
    const kind = random.next();
    if (kind < 0.2) return `${head}${random.of(['D', 'F'])}${random.digits(5)}`;
    if (kind < 0.26) return `${head}${random.digits(5)}${random.of(['D', 'F'])}`;
    if (kind < 0.34) return `${head}${random.digits(4)}${random.of(['挂', '学', '警'])}`;
    if (kind < 0.38) return `粤Z${random.digits(4)}${random.of(['港', '澳'])}`;
    if (kind < 0.6) return `${head}${random.letters(1)}${random.digits(4)}`;
    return kind < 0.75
      ? `${head}${random.digits(2)}${random.letters(1)}${random.digits(2)}`
      : `${head}${random.digits(5)}`;
  }

  mailbox(): string {
    const { random } = this;
    const local = random.chance(0.4)
      ? random.digits(random.between(7, 10))
      : `${random.letters(1, 'abcdefghjklmwxyz')}${random.letters(5, 'aeiounhg')}${random.digits(3)}`;
    return `${local}@${random.of(['qq.com', '163.com', '126.com', 'sina.com', 'gmail.com', 'foxmail.com', '139.com', 'outlook.com', 'hotmail.com'])}`;
  }

  home(): string {
    const { random } = this;
    const estate = random.of(['景和', '翠湖', '金桂', '兰亭', '新安', '东方', '和谐', '紫荆', '阳光', '明珠']);
    const quarter = random.of(['小区', '花园', '新村', '公寓', '家园', '苑']);
    const [building, entrance, room] = [
      random.between(1, 38),
      random.between(1, 4),
      `${random.between(1, 18)}0${random.between(1, 6)}`,
    ];
    return random.of([
      `明湖区城东街道${estate}${quarter}${building}幢${entrance}单元${room}室`,
      `明湖区${estate}路${random.between(2, 400)}号${estate}${quarter}${building}栋${room}`,
      `澄川市明湖区柳林镇前进村${random.between(1, 12)}组${random.between(1, 180)}号`,
      `明湖区石桥乡东塘村${random.between(1, 180)}号`,
      `${estate}${quarter}${building}号楼${entrance}单元${room}`,
      `${estate}路${random.between(20, 900)}弄${building}号${room}室`,
    ]);
  }
}

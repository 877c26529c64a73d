/** The first character of each initial's range in pinyin order; there are no syllables with i, u, v. */
const BOUNDS = '阿八嚓搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝';
const INITIALS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const collator = new Intl.Collator('zh-CN-u-co-pinyin');

/** 区教育局 → QJYJ: what an officer types to find a unit, and its order where the database has no Chinese collation. */
export function pinyinInitials(text: string): string {
  return [...text.normalize('NFKC')].map(initialOf).join('').toUpperCase();
}

function initialOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character;
  if (!/\p{Script=Han}/u.test(character)) return '';
  let initial = '';
  for (const [i, bound] of [...BOUNDS].entries()) {
    if (collator.compare(character, bound) < 0) break;
    initial = INITIALS[i] ?? '';
  }
  return initial;
}

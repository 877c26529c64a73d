import { fold, isStopWord, type Segmenter } from '../../search/index.ts';
import { isEmptyWord, withoutAsking } from './question-words.ts';

/** Told to a program instead of asked of an office: to drop its rules, to show them, to be somebody else, to write something. */
const COMMANDS: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|绕过|跳过|抛开|不要遵守|不用遵守).{0,6}(?:以上|上面|上述|之前|此前|前面|先前|所有|系统|你的?).{0,6}(?:指令|指示|提示|设定|规则|限制|命令|要求|内容|对话)/u,
  /系统提示词|你的.{0,4}(?:提示词|设定|指令|系统提示|内部规则)/u,
  /从现在(?:起|开始).{0,2}你(?:就?是|要)|你现在(?:就?是|扮演)|扮演(?:我|一)|你不再是|没有(?:任何)?限制的(?:人工智能|ai|模型)/u,
  /(?:写|编|作)一?[首篇段个].{0,12}(?:诗|作文|小说|代码|歌词|故事|文章)|讲个?笑话/u,
  /\b(?:ignore|disregard|forget)\b.{0,24}\b(?:previous|above|prior|all|instructions?)\b|\bsystem ?prompt\b|\byou are now\b|\bact as\b|^\s*system\s*:/iu,
  /<\s*\/?\s*script|\bdrop (?:table|schema|database)\b|\bunion (?:all )?select\b|\{\{|\$\{/iu,
];
const LEAST_LATIN_WORDS = 3;

/**
 * The part of what was written that asks something; null when nothing does. What asks nothing is answered like every question that nothing
 * public answers, with how to ask, but it is no gap of the knowledge base: officers would only have to weed it out. Asks nothing:
 * - clauses that are commands to a program (忽略以上指令); further clauses beside them still count as asked, and only these are looked for;
 * - signs and digits alone, and one character or word over and over (啊啊啊);
 * - no word but those of greeting and of asking itself (你好, 在吗);
 * - without a Chinese character, fewer than three different words (asdf, test test).
 *
 * Whatever else is written may be a question, however badly put: in doubt it counts as one.
 */
export function askedPart(written: string, segmenter: Segmenter): string | null {
  const clauses = written.split(/(?<=[，。；！？,;!?\n])/u);
  const asking = clauses.filter((clause) => !COMMANDS.some((command) => command.test(clause.normalize('NFKC'))));
  const part = asking.length === clauses.length ? written : asking.join('');
  return saysSomething(part, segmenter) ? part.trim() : null;
}

function saysSomething(part: string, segmenter: Segmenter): boolean {
  const text = fold(part);
  const letters = text.replaceAll(/\P{L}/gu, '');
  if (letters === '' || /^(.{1,2})\1{2,}.?$/u.test(letters)) return false;
  if (!/\p{Script=Han}/u.test(letters)) {
    return new Set(text.match(/\p{L}{2,}/gu)).size >= LEAST_LATIN_WORDS;
  }
  const about = fold(withoutAsking(part));
  const pieces = segmenter.cut(about === text ? about.replaceAll(/你好|您好|在吗|有人吗|谢谢/gu, ' ') : about);
  return pieces.some(({ text: word }) => !isEmptyWord(word) && !isStopWord(word) && /[\p{L}\p{N}]/u.test(word));
}

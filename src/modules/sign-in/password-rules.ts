import type { Reason } from '../../kernel/app-error.ts';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;
/** How many of one's last passwords may not come back. */
export const KEPT_PASSWORDS = 5;

const CLASSES = [/\p{Lowercase_Letter}/u, /\p{Uppercase_Letter}/u, /\p{Number}/u, /[^\p{Letter}\p{Number}]/u];

/**
 * Everything that speaks against a new password, all at once (level 3 of the protection standard asks for complexity).
 * @param owner account and name, which the password may not contain
 */
export function passwordReasons(password: string, owner: { account: string; name: string }): readonly Reason[] {
  const length = [...password].length;
  const reasons: string[] = [];
  if (length < SHORTEST_PASSWORD) reasons.push(`密码至少 ${SHORTEST_PASSWORD} 个字符`);
  if (length > LONGEST_PASSWORD) reasons.push(`密码不超过 ${LONGEST_PASSWORD} 个字符`);
  if (CLASSES.filter((one) => one.test(password)).length < 3) {
    reasons.push('密码须含大写字母、小写字母、数字、符号中的至少三类');
  }
  if (contains(password, owner.account)) reasons.push('密码不能含有账号');
  if (contains(password, owner.name)) reasons.push('密码不能含有姓名');
  if (new Set(password.toLowerCase()).size < 5) reasons.push('密码中不同的字符太少');
  return reasons.map((message) => ({ field: 'password', message }));
}

/** @param maxDays 0: a password never grows too old */
export function isTooOld(changedAt: Date, now: Date, maxDays: number): boolean {
  return maxDays > 0 && now.getTime() - changedAt.getTime() > maxDays * 86_400_000;
}

/** The whole account and each longer word of it: `officer.jiaoyu` forbids officer and jiaoyu. */
function contains(password: string, word: string): boolean {
  const text = password.toLowerCase();
  return [word, ...word.split(/[._\-\s]+/)]
    .map((part) => part.toLowerCase())
    .some((part) => [...part].length >= (/\p{Script=Han}/u.test(part) ? 2 : 4) && text.includes(part));
}

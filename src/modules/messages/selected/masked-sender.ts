import { isSurname } from '../../redaction/index.ts';

/** What may stand in the place of somebody's name: nothing but a surname and stars, or a word that names nobody. */
export function isMaskedName(text: string): boolean {
  if (/^(网友|市民|居民|企业|匿名)$/.test(text)) return true;
  const [, surname = ''] = /^(\p{Script=Han}{1,2}|[A-Za-z])(?:\*{1,3}|某{1,2}|先生|女士)$/u.exec(text) ?? [];
  return [...surname].length === 1 || isSurname(surname);
}

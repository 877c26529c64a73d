import { maskOf } from '../../redaction/index.ts';
import type { ApplicantKind } from '../case-words.ts';

/**
 * What lists and exports show of a sender: the surname and two stars, so that neither length nor given name is told. 张小明, 张先生 → 张**,
 * 欧阳锋 → 欧阳**. Of organisations and of names that do not begin with a Chinese surname's character nothing is shown.
 */
export function maskedName(kind: ApplicantKind, name: string | null): string {
  if (kind === 'organisation') return '某单位';
  const written = name?.normalize('NFKC').replaceAll(/\s/g, '') ?? '';
  if (!/^\p{Script=Han}{2,}/u.test(written)) return '某**';
  const kept = maskOf('name', written).replace(/某+$/u, '');
  // A name that is all mask, or of which more than a double surname stayed, is no name as we know them.
  return kept.length >= 1 && kept.length <= 2 ? `${kept}**` : `${written.slice(0, 1)}**`;
}

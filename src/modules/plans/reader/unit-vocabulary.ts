import { foldWidth } from './source-text.ts';
import type { UnitVocabulary } from './unit-pieces.ts';

/** Names that stand whole between sure separators or cell edges, counted over all unit cells of the document. */
export function unitVocabulary(cells: readonly string[]): UnitVocabulary {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    for (const part of foldWidth(cell).split(/[、，,；;。/]/)) {
      const name = part.trim().replace(/^[*＊★※▲△●☆]/, '');
      if (name.length < 2 || /\s/.test(name)) continue;
      for (const form of forms(name)) counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return { count: (name) => counts.get(name) ?? 0 };
}

function forms(name: string): string[] {
  const bare = name.replace(/等?(?:相关|有关)?(?:单位|部门)?(?:分别)?(?:牵头|配合|负责|落实)+$/, '');
  return bare !== name && bare.length >= 2 ? [name, bare] : [name];
}

import type { LetterKind } from './letter-words.ts';
import { SHIPPED_DECISIONS } from './shipped-decisions.ts';
import { SHIPPED_NOTICES } from './shipped-notices.ts';
import type { LetterTemplate } from './template.ts';

const ALL: ReadonlyMap<LetterKind, LetterTemplate> = new Map(
  [...SHIPPED_NOTICES, ...SHIPPED_DECISIONS].map((template) => [template.kind, template]),
);

/** What comes with the program; holds until the office saves one of its own. */
export function shippedTemplate(kind: LetterKind): LetterTemplate {
  return ALL.get(kind) as LetterTemplate;
}

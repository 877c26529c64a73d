import type { LetterKind } from '../../letters/letter-words.ts';
import { FormatLinks } from '../words/format-links.tsx';

/** How the template in force looks, with invented words in its blanks. */
export function SampleLinks({ kind, label }: { readonly kind: LetterKind; readonly label: string }) {
  return (
    <FormatLinks
      name={`${label}（样稿）`}
      addressOf={(format) => `/api/letter-templates/${kind}/sample?format=${format}`}
    />
  );
}

import type { ReactNode } from 'react';

export type Tone = 'grey' | 'blue' | 'green' | 'orange' | 'red' | 'violet' | 'gold';

/** A state in words and colour; the words alone are enough. */
export function ToneTag(props: { readonly tone?: Tone; readonly dot?: boolean; readonly children: ReactNode }) {
  return (
    <span className={`mc-tag mc-tone-${props.tone ?? 'grey'}${props.dot ? ' mc-tag-dot' : ''}`}>{props.children}</span>
  );
}

import type { PublicationDetail } from '../../publications.contract.ts';

/** What goes out at the same instant, to be said before it does; null when it goes out alone. */
export function togetherText({ together }: Pick<PublicationDetail, 'together'>): string | null {
  if (together.length === 0) return null;
  return `将同时公开：${together.map((partner) => `《${partner.title}》`).join('、')}。`;
}

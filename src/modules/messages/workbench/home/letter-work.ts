import type { CaseState } from '../../../cases/case-words.ts';

/** A list that waits for somebody. */
export interface LetterWork {
  readonly title: string;
  /** Of the list of cases, for the address and for the API alike. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * What waits for a person by his roles.
 * @param officeId whoever sees the letters of all units takes up those of this one; null: sees his own units alone
 */
export function letterWork(
  officeId: string | null,
  may: (action: string, state: CaseState) => boolean,
): readonly LetterWork[] {
  const own = officeId === null ? {} : { unitId: officeId };
  const takesUp = may('accept', 'received') || may('assign', 'received');
  const oldestFirst = { sort: 'receivedAt' };
  return [
    ...(may('review', 'replyDrafted') ? [{ title: '待我审核的答复', query: { waitingForMe: 'true' } }] : []),
    ...(takesUp ? [{ title: '待受理的来件', query: { state: 'received', ...own, ...oldestFirst } }] : []),
    ...(may('accept', 'awaitingCheck')
      ? [{ title: '待核对的来件', query: { state: 'awaitingCheck', ...oldestFirst } }]
      : []),
  ];
}

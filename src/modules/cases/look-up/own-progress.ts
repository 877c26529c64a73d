const OF_SHARED_ANSWER = ['sendReply', 'rate'];

/** The way of a case without the answers, and their ratings, of a case that it was merged into and parted from again. */
export function ownProgress<T extends { readonly event: string }>(history: readonly T[]): T[] {
  const own: T[] = [];
  let mergedAt = 0;
  for (const line of history) {
    if (line.event === 'separate') {
      const shared = own.splice(mergedAt);
      own.push(...shared.filter(({ event }) => !OF_SHARED_ANSWER.includes(event)));
    }
    own.push(line);
    if (line.event === 'merge' || line.event === 'separate') mergedAt = own.length;
  }
  return own;
}

/**
 * Waits for the first items of a table that is then sent row by row, so that what fails before them is told as an error and not as a file
 * that breaks off.
 *
 * @param first how many stand before anything else can fail: of a table its heading and the first row
 * @returns the same items, each once
 */
export async function begun<T>(items: AsyncIterable<T>, first = 2): Promise<AsyncIterable<T>> {
  const iterator = items[Symbol.asyncIterator]();
  const read: T[] = [];
  let isOver = false;
  while (read.length < first && !isOver) {
    const next = await iterator.next();
    if (next.done) isOver = true;
    else read.push(next.value);
  }
  return (async function* () {
    yield* read;
    if (!isOver) yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

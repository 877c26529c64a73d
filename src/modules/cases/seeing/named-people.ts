/** Whose full name stands in the words of a letter; the blanks that people put into names do not hide one. */
export function namedPeople<P extends { readonly name: string }>(
  words: readonly string[],
  people: readonly P[],
): readonly P[] {
  const plain = words.map(closed).join('\n');
  return people.filter(({ name }) => {
    const wanted = closed(name);
    return [...wanted].length > 1 && plain.includes(wanted);
  });
}

function closed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·・]/gu, '');
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { barrenSnippets, listSnippets, sentenceSnippets } from './lists.fixtures.ts';
import { negativeSnippets } from './negatives.fixtures.ts';
import { Persons } from './persons.fixtures.ts';
import { Random } from './random.fixtures.ts';
import type { Snippet } from './snippet.fixtures.ts';

/** All kinds of invented pages for one seed: half with people in them, half without. */
export function madeSnippets(seed: number): Snippet[] {
  const persons = new Persons(new Random(seed));
  return [
    ...listSnippets(persons, 420),
    ...sentenceSnippets(persons, 640),
    ...barrenSnippets(persons, 240),
    ...negativeSnippets(persons, 1400),
  ];
}

// Run by hand after the makers have changed: node src/modules/redaction/quality/write-snippets.fixtures.ts
if (process.argv[1] === import.meta.filename) {
  const lines = madeSnippets(20251).map((one) => JSON.stringify(one));
  writeFileSync(join(import.meta.dirname, 'made-snippets.jsonl'), `${lines.join('\n')}\n`);
}

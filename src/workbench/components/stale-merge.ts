/** Values of one form, by field name. */
export type FieldValues = Readonly<Record<string, unknown>>;

export interface StaleField {
  readonly field: string;
  /** As it stood when the form was opened. */
  readonly base: unknown;
  /** As the other person left it. */
  readonly theirs: unknown;
  readonly mine: unknown;
  /** `both`: each side changed it differently, so a person must choose. */
  readonly change: 'theirs' | 'mine' | 'both';
}

/** Fields in which the three versions differ; fields that both sides changed alike need no decision and are left out. */
export function compareVersions(
  fields: readonly string[],
  base: FieldValues,
  theirs: FieldValues,
  mine: FieldValues,
): readonly StaleField[] {
  return fields.flatMap((field): StaleField[] => {
    const change = changeOf(base[field], theirs[field], mine[field]);
    return change ? [{ field, base: base[field], theirs: theirs[field], mine: mine[field], change }] : [];
  });
}

function changeOf(base: unknown, theirs: unknown, mine: unknown): StaleField['change'] | null {
  if (same(theirs, mine)) return null;
  if (same(base, mine)) return 'theirs';
  return same(base, theirs) ? 'mine' : 'both';
}

/** What is sent after the choice: my form, with the other side's value wherever it was chosen. */
export function mergeChoices(
  mine: FieldValues,
  differences: readonly StaleField[],
  choices: Readonly<Record<string, 'theirs' | 'mine'>>,
): FieldValues {
  const merged: Record<string, unknown> = { ...mine };
  for (const one of differences) {
    if ((choices[one.field] ?? defaultChoice(one)) === 'theirs') merged[one.field] = one.theirs;
  }
  return merged;
}

/** What only one side touched keeps that side's value; in a conflict my text stays until I say otherwise. */
export function defaultChoice(difference: StaleField): 'theirs' | 'mine' {
  return difference.change === 'theirs' ? 'theirs' : 'mine';
}

/** Empty text, null and absence are one and the same to a person. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, inner]) => [name, plain(inner)]),
    );
  }
  return value;
}

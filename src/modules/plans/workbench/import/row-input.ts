import type { ImportRow, ImportRowInput, ImportUnit } from '../../import/imports.contract.ts';

export type UnitInput = ImportRowInput['units'][number];

/** What a row says as the API takes it back; a unit found by its name is found again by it, only a person's choice is sent as such. */
export function inputOf(row: ImportRow): ImportRowInput {
  return {
    number: row.number,
    category: row.category,
    name: row.name,
    content: row.content,
    unitsText: row.unitsText,
    units: row.units.map(unitInputOf),
    deadlineText: row.deadlineText,
    deadline: row.deadline,
    contentDueOn: row.contentDueOn,
  };
}

export function unitInputOf(unit: ImportUnit): UnitInput {
  const { match } = unit;
  return {
    name: unit.name,
    role: unit.role,
    ...(match.kind === 'chosen' && match.unit ? { unitId: match.unit.id } : {}),
    ...(match.kind === 'chosen' && match.unitIds.length > 0
      ? { groupId: match.groupId, chosenUnitIds: [...match.unitIds] }
      : {}),
  };
}

export function emptyRow(after: ImportRowInput | undefined): ImportRowInput {
  return {
    number: after?.number === null || after === undefined ? null : after.number + 1,
    category: after?.category ?? null,
    name: null,
    content: '',
    unitsText: '',
    units: [],
    deadlineText: '',
    deadline: { kind: 'unknown', from: null, to: null, note: null },
    contentDueOn: null,
  };
}

/** Where a content may be cut in two: after each sentence, clause or line, never at its very end. */
export function cutPlaces(content: string): readonly number[] {
  const places: number[] = [];
  for (const match of content.matchAll(/[。；;！？\n]/g)) {
    const place = match.index + match[0].length;
    if (content.slice(place).trim()) places.push(place);
  }
  return places;
}

/** Both halves keep units and deadline; the second takes the next number and leaves the name to be written. */
export function splitRow(row: ImportRowInput, place: number): readonly [ImportRowInput, ImportRowInput] {
  return [
    { ...row, content: row.content.slice(0, place).trim() },
    {
      ...row,
      number: row.number === null ? null : row.number + 1,
      name: null,
      content: row.content.slice(place).trim(),
    },
  ];
}

/** A row broken over two pages becomes one: texts joined, each unit once, the first deadline that says something. */
export function mergeRows(first: ImportRowInput, second: ImportRowInput): ImportRowInput {
  const known = new Set(first.units.map((unit) => unit.name));
  const isFirstDated = first.deadline.kind !== 'unknown' || second.deadline.kind === 'unknown';
  return {
    ...first,
    name: first.name ?? second.name,
    category: first.category ?? second.category,
    content: joined(first.content, second.content),
    unitsText: joined(first.unitsText, second.unitsText),
    units: [...first.units, ...second.units.filter((unit) => !known.has(unit.name))],
    deadlineText: isFirstDated ? first.deadlineText : second.deadlineText,
    deadline: isFirstDated ? first.deadline : second.deadline,
    contentDueOn: first.contentDueOn ?? second.contentDueOn,
  };
}

function joined(first: string, second: string): string {
  return [first.trim(), second.trim()].filter(Boolean).join('');
}

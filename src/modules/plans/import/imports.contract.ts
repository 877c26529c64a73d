import { z } from 'zod';
import { NarrativeSection } from '../plan/plans.contract.ts';
import { PLAN_LEVELS, UNIT_ROLES } from '../plan-words.ts';
import { day, id, instant, UnitRef, version } from '../route.contract.ts';
import { Deadline } from '../tasks/tasks.contract.ts';

/** Where something stood in the original (reader's `Place`), 1-based. */
export const Place = z.object({
  page: z.number().int().optional(),
  sheet: z.string().optional(),
  line: z.number().int().optional(),
  row: z.number().int().optional(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
});
export type Place = z.infer<typeof Place>;

/** How a printed unit name was found in the register. */
export const UnitMatch = z.object({
  kind: z.enum(['exact', 'alias', 'normalised', 'group', 'openGroup', 'candidates', 'none', 'chosen']),
  unit: UnitRef.nullable(),
  groupId: id.nullable(),
  /** Kind group: how many units it expands to today. */
  groupSize: z.number().int().nullable(),
  /** Kinds group and chosen: the units themselves. */
  unitIds: z.array(id),
  candidates: z.array(z.object({ unit: UnitRef, score: z.number() })),
});
export type UnitMatch = z.infer<typeof UnitMatch>;

export const ImportUnit = z.object({ name: z.string(), role: z.enum(UNIT_ROLES), match: UnitMatch });
export type ImportUnit = z.infer<typeof ImportUnit>;

export const Doubt = z.object({
  field: z.string(),
  place: Place.nullable(),
  message: z.string(),
  /** Ticked by a person as looked at, or gone because the field was edited. */
  settled: z.boolean(),
});
export type Doubt = z.infer<typeof Doubt>;

export const ImportRow = z.object({
  id,
  position: z.number().int(),
  number: z.number().int().nullable(),
  category: z.string().nullable(),
  name: z.string().nullable(),
  content: z.string(),
  unitsText: z.string(),
  units: z.array(ImportUnit),
  deadlineText: z.string(),
  deadline: Deadline,
  dueOn: day.nullable(),
  dueProvisional: z.boolean(),
  /** A stricter day that the content seems to name; stored only when the office takes it. */
  contentDueOnSuggestion: day.nullable(),
  contentDueOn: day.nullable(),
  place: Place.nullable(),
  doubts: z.array(Doubt),
  edited: z.boolean(),
  removed: z.boolean(),
  version,
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportHead = z.object({
  level: z.enum(PLAN_LEVELS).nullable(),
  unitId: id.nullable(),
  year: z.number().int().nullable(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: day.nullable(),
  parentPlanId: id.nullable(),
  narrative: z.array(NarrativeSection).max(200).default([]),
});
export type ImportHead = z.infer<typeof ImportHead>;

export const ImportSummary = z.object({
  id,
  fileName: z.string(),
  mediaType: z.string(),
  title: z.string().nullable(),
  year: z.number().int().nullable(),
  taskCount: z.number().int(),
  openDoubts: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
  createdBy: z.string(),
  state: z.enum(['open', 'confirmed', 'discarded']),
  planId: id.nullable(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;
export const ImportList = z.object({ items: z.array(ImportSummary) });

export const ImportDraft = ImportSummary.extend({
  head: ImportHead,
  /** Doubts about the document as a whole. */
  doubts: z.array(Doubt),
  rows: z.array(ImportRow),
  /** What stands in the way of confirming, all reasons at once; empty: ready. */
  obstacles: z.array(z.object({ field: z.string(), message: z.string(), rowId: id.nullable() })),
  version,
});
export type ImportDraft = z.infer<typeof ImportDraft>;

export const ImportHeadEdit = z.object({
  version,
  head: ImportHead,
  settledDoubts: z.array(z.number().int()).optional(),
});
export type ImportHeadEdit = z.infer<typeof ImportHeadEdit>;
export const ImportRowInput = z.object({
  number: z.number().int().min(1).max(9999).nullable(),
  category: z.string().max(200).nullable(),
  name: z.string().max(300).nullable(),
  content: z.string().max(8000),
  unitsText: z.string().max(2000),
  units: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(200),
        role: z.enum(UNIT_ROLES),
        unitId: id.nullish(),
        groupId: id.nullish(),
        /** For an open group such as 各相关单位: the units that the office chose. */
        chosenUnitIds: z.array(id).max(200).optional(),
      }),
    )
    .max(200),
  deadlineText: z.string().max(200),
  deadline: Deadline,
  contentDueOn: day.nullable(),
});
export type ImportRowInput = z.infer<typeof ImportRowInput>;
export const ImportRowEdit = z.object({
  version,
  row: ImportRowInput,
  /** Indexes of doubts the person has looked at. */
  settledDoubts: z.array(z.number().int()).optional(),
  removed: z.boolean().optional(),
});
export type ImportRowEdit = z.infer<typeof ImportRowEdit>;
export const ImportRowAdd = z.object({ after: z.number().int().min(0), row: ImportRowInput });
export const ImportRowParams = z.object({ id, rowId: id });
export const ImportConfirm = z.object({
  version,
  publish: z.boolean().default(false),
  /** The person states to have looked at every doubt; else open doubts stand in the way. */
  settleAll: z.boolean().default(false),
});
export type ImportConfirm = z.infer<typeof ImportConfirm>;
/** The original as text blocks with places, for formats a browser cannot show. */
export const ImportSource = z.object({
  format: z.string(),
  blocks: z.array(
    z.union([
      z.object({ kind: z.literal('paragraph'), text: z.string(), place: Place }),
      z.object({
        kind: z.literal('table'),
        rowCount: z.number().int(),
        columnCount: z.number().int(),
        place: Place,
        cells: z.array(
          z.object({
            row: z.number().int(),
            column: z.number().int(),
            rowSpan: z.number().int(),
            columnSpan: z.number().int(),
            text: z.string(),
            place: Place,
          }),
        ),
      }),
    ]),
  ),
});
export type ImportSource = z.infer<typeof ImportSource>;

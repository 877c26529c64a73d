import { z } from 'zod';
import { ROLES } from '../../kernel/roles.ts';
import { day, id, instant, PersonRef, UnitRef, version, versionOrNone } from '../../kernel/route.contract.ts';
import { ATTRIBUTES, LACKS, REVIEW_GROUPS } from './publication-words.ts';

const Condition = z.object({ field: z.string(), oneOf: z.array(z.string()) });
const Choice = z.object({ value: z.string(), label: z.string() });

export const ReviewStep = z.object({
  code: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/),
  name: z.string().trim().min(1).max(40),
  group: z.enum(REVIEW_GROUPS),
  roles: z.array(z.enum(ROLES)).min(1, '每个环节至少要有一种办理人'),
  unit: z.enum(['owner', 'office']),
  when: Condition.optional(),
});

/** A kind as the form needs it; see kinds/publication-kind.ts. */
export const Kind = z.object({
  code: z.string(),
  name: z.string(),
  fields: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      type: z.string(),
      required: z.boolean(),
      help: z.string().optional(),
      choices: z.array(Choice).optional(),
      choicesFrom: z.string().optional(),
      maxLength: z.number().int().optional(),
      internal: z.boolean().optional(),
    }),
  ),
  body: z.enum(['required', 'optional', 'none']),
  attachments: z.object({ required: z.boolean(), max: z.number().int() }),
  relations: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      reverseLabel: z.string(),
      target: z.enum(['publication', 'address', 'either']),
    }),
  ),
  reviewSteps: z.array(ReviewStep),
  columns: z.array(z.object({ code: z.string(), name: z.string(), when: Condition.optional() })),
  together: z
    .object({
      kind: z.string(),
      relation: z.string(),
      when: Condition.optional(),
      message: z.string(),
      starts: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});
export const KindList = z.array(Kind);
export type KindView = z.infer<typeof Kind>;

export const LegalBasisList = z.array(
  z.object({ code: z.string(), text: z.string(), attributes: z.array(z.enum(ATTRIBUTES)) }),
);

export const Created = z.object({ id, edit: z.number().int(), contentHash: z.string() });
export type Created = z.infer<typeof Created>;

export const AmendInput = z.object({ version });

export const TargetedInput = z.object({
  contentHash: z.string(),
  /** 公开地点, for example a notice board. */
  place: z.string().trim().min(1, '请填写公开地点').max(200),
  audience: z.string().trim().min(1, '请填写公开对象').max(500),
  fromOn: day,
  toOn: day.nullish(),
  note: z.string().trim().max(500).nullish(),
});
export type TargetedInput = z.infer<typeof TargetedInput>;

export const MaskAttachmentInput = z.object({
  edit: version,
  findingIds: z.array(id).min(1).max(1000),
});
export type MaskAttachmentInput = z.infer<typeof MaskAttachmentInput>;

export const Alarm = z.object({
  id,
  publicationId: id,
  title: z.string(),
  scheduledFor: instant,
  raisedAt: instant,
  reasons: z.array(z.string()),
});
export type Alarm = z.infer<typeof Alarm>;

export const FiguresQuery = z.object({
  unitId: id.optional(),
  year: z.coerce.number().int().min(1949).max(2199).optional(),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;
/** REV-C1 to C5, of what the person who asks may see. */
export const Figures = z.object({
  registered: z.number().int(),
  byAttribute: z.record(z.string(), z.number().int()),
  /** Without attribute, formed before this year, not in the archives (REV-C1). */
  oldUndetermined: z.number().int(),
  keptBack: z.number().int(),
  /** Kept back and looked at again within the period (REV-C2). */
  reviewedInTime: z.number().int(),
  convertedThisYear: z.number().int(),
  /** Past the term of publishing and not public yet (Regulations art. 26). */
  overTerm: z.number().int(),
  published: z.number().int(),
  /** Public after the term, each with a reason that is kept. */
  publishedLate: z.number().int(),
  /** Public without a complete record of reviews; 0 by construction (REV-C3, REV-C5). */
  publishedWithoutReviews: z.number().int(),
  /** Public with personal data neither masked nor let through with a reason (REV-C4). */
  publishedWithOpenFindings: z.number().int(),
});
export type Figures = z.infer<typeof Figures>;

export const ReviewRule = z.object({
  kind: z.string(),
  unitId: id.nullable(),
  steps: z.array(ReviewStep),
  updatedBy: z.string(),
  updatedAt: instant,
  version: z.number().int(),
});
export type ReviewRule = z.infer<typeof ReviewRule>;
export const ReviewRuleInput = z.object({
  kind: z.string().max(40),
  /** Null: for all units. */
  unitId: id.nullable(),
  /** Null: back to the kind's own steps. */
  steps: z.array(ReviewStep).min(1).max(20).nullable(),
  version: versionOrNone.describe('0 when there is none yet'),
});
export type ReviewRuleInput = z.infer<typeof ReviewRuleInput>;

export const ReviewersQuery = z.object({ kind: z.string().max(40), unitId: id.optional() });
export type ReviewersQuery = z.infer<typeof ReviewersQuery>;
/** Who can do the steps in force, of one unit or of all. */
export const RuleReviewers = z.object({
  steps: z.array(
    z.object({
      code: z.string(),
      people: z.array(PersonRef),
      lack: z.enum(LACKS).nullable(),
      /** When all units are asked for: those in which nobody is left for the step. */
      unitsWithout: z.array(UnitRef),
    }),
  ),
});
export type RuleReviewers = z.infer<typeof RuleReviewers>;

export const IssuerCode = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[一-龥]{1,12}$/, '代字应为 1 至 12 个汉字'),
  issuer: z.string().trim().min(1, '请填写发文机关').max(100),
  unitId: id.nullable(),
});
export type IssuerCode = z.infer<typeof IssuerCode>;
export const IssuerCodeKey = z.object({
  code: z.string().max(12),
  issuer: z.string().max(100),
  /** Absent: the issuer's entries of every unit. */
  unitId: id.nullable().optional(),
});
export type IssuerCodeKey = z.infer<typeof IssuerCodeKey>;
export const IssuerCodesInput = z.object({ codes: z.array(IssuerCode).max(2000) });

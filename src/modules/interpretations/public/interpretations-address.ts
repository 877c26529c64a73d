import { z } from 'zod';
import {
  INTERPRETATION_FORMS,
  INTERPRETATION_STAGES,
  type InterpretationForm,
  type InterpretationStage,
} from '../interpretation-words.ts';

export const PER_PAGE = 15;

const forms = Object.keys(INTERPRETATION_FORMS) as [InterpretationForm, ...InterpretationForm[]];
const stages = Object.keys(INTERPRETATION_STAGES) as [InterpretationStage, ...InterpretationStage[]];

/** What an address asks for; whatever is mistyped in it is left out. */
export const InterpretationFilter = z.object({
  form: z.enum(forms).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  /** Code of the unit. */
  unit: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1990).max(2200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type InterpretationFilter = z.infer<typeof InterpretationFilter>;

export function interpretationsHref(filter: Partial<InterpretationFilter>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && !(name === 'page' && value === 1)) parts.set(name, String(value));
  }
  return parts.size === 0 ? '/interpretations' : `/interpretations?${parts}`;
}

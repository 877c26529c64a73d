import { z } from 'zod';
import { day, id } from '../../../kernel/route.contract.ts';
import { APPLICANT_CATEGORIES, ARRIVALS, WANTED_FORMS, WANTED_WAYS } from '../request-words.ts';

const filled = (most: number) => z.string().trim().max(most).nullish();

/** What an applicant gives (regulation art 29); a purpose is never asked. */
export const ApplyInput = z.object({
  /** Name of the information, or what else describes it. */
  title: filled(100),
  text: z.string().trim().max(10_000),
  /** The agency that is asked; absent: the supervising office finds it. */
  unitId: id.nullish(),
  category: z.enum(APPLICANT_CATEGORIES),
  wantedForm: z.enum(WANTED_FORMS),
  wantedWay: z.enum(WANTED_WAYS),
  documentNumber: filled(60),
  contactPerson: filled(40),
  /** Help that an applicant with a disability needs (art 43). */
  needsHelp: filled(200),
  applicant: z.object({
    name: filled(60),
    phone: filled(30),
    email: filled(120),
    address: filled(200),
    identityNumber: filled(30),
  }),
});
export type ApplyInput = z.input<typeof ApplyInput>;

export const RegisterRequestInput = ApplyInput.extend({
  /** The portal's own form comes by the portal alone. */
  arrival: z.enum(ARRIVALS).exclude(['portal']),
  submittedOn: day,
  /** Of registered mail: when the agency signed for it. */
  signedOn: day.nullish(),
});
export type RegisterRequestInput = z.input<typeof RegisterRequestInput>;

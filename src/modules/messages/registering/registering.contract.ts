import { z } from 'zod';
import { day, id, routes, UnitRef } from '../../../kernel/route.contract.ts';

const filled = (most: number) => z.string().trim().max(most).nullish();

/** What somebody of the staff takes down at a counter, by telephone or from a letter; the kind says what it wants of it. */
export const RegisterInput = z.object({
  kind: z.string().max(40),
  /** What came by our own forms comes by them alone. */
  channel: z.enum(['counter', 'phone', 'mail', 'email', 'hotline12345', 'govCn', 'board']),
  title: filled(100),
  text: z.string().trim().max(10_000),
  unitId: id.nullish(),
  /** Of whom it complains. */
  againstUnitId: id.nullish(),
  publicationNumber: z.number().int().min(1).nullish(),
  fields: z.record(z.string().max(40), z.string().max(4000)).default({}),
  applicant: z
    .object({
      kind: z.enum(['person', 'organisation']).default('person'),
      name: filled(60),
      phone: filled(30),
      email: filled(120),
      address: filled(200),
      identityNumber: filled(30),
    })
    .nullish(),
  mayPublish: z.boolean().default(false),
});
export type RegisterInput = z.input<typeof RegisterInput>;

/** Number and secret for the sender; the secret is shown once. */
export const Registered = z.object({
  id,
  number: z.string(),
  secret: z.string(),
  unit: UnitRef,
  dueOn: day.nullable(),
});
export type Registered = z.infer<typeof Registered>;

export const registeringRoutes = routes({
  register: {
    method: 'POST',
    url: '/api/messages',
    summary: '登记窗口、电话、来信等收到的来件',
    access: { kind: 'case', action: 'register' },
    body: RegisterInput,
    response: Registered,
  },
  /** A form: `input` is a RegisterInput as JSON, `files` are the scans and proofs that came along. */
  registerWithFiles: {
    method: 'POST',
    url: '/api/messages/with-files',
    summary: '登记来件并附原件扫描件、证明材料',
    access: { kind: 'case', action: 'register' },
    response: Registered,
  },
});

import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';

const Day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), '日期无效。');
const on = Day;
/** Names one consultation, so that several can run side by side. */
const key = z.string().min(1).max(60);

/**
 * What starts, stops, holds up or lengthens a clock. Days are of Asia/Shanghai; the order is that in which things happened. A date never
 * moves without one of these.
 */
export const ClockEvent = z.discriminatedUnion('type', [
  /** The day that counts as receipt, and why it does: see start-day.ts. */
  z.object({ type: z.literal('received'), on, why: z.string().max(200).optional() }),
  /** Another figure applies to this case from its receipt, for example that of simple questions (MSG-4). */
  z.object({ type: z.literal('classified'), on, rule: z.string() }),
  /** One notice of what is missing stops the clock until the corrected request comes (art 30). */
  z.object({ type: z.literal('correctionNoticed'), on, until: Day }),
  z.object({ type: z.literal('corrected'), on }),
  /** Time for asking others is not counted (art 33 para 3); `receivedOn`: when they got the letter, from which their own term runs. */
  z.object({
    type: z.literal('consulted'),
    on,
    key,
    whom: z.enum(['thirdParty', 'jointAgency']),
    receivedOn: Day.optional(),
  }),
  z.object({ type: z.literal('consultationEnded'), on, key }),
  z.object({ type: z.literal('extended'), on, workdays: z.number().int().min(1).max(60) }),
  z.object({ type: z.literal('feeNoticed'), on, receivedOn: Day.optional() }),
  z.object({ type: z.literal('feePaid'), on }),
  /** A reasonable term of its own for unusual quantities (art 35). */
  z.object({ type: z.literal('delayed'), on, until: Day }),
  /** Within one government the clock goes on; whoever answers has what is left of it. */
  z.object({ type: z.literal('transferred'), on, from: z.string(), to: z.string() }),
  /** The system from which the case came says by when; its word stands. */
  z.object({ type: z.literal('given'), on, due: Day, by: z.string().max(60) }),
  /** The sender asks on: the same figure anew. */
  z.object({ type: z.literal('reopened'), on }),
  z.object({ type: z.literal('answered'), on }),
]);
export type ClockEvent = z.infer<typeof ClockEvent>;

import { z } from 'zod';
import { day, id, instant, version } from '../../../kernel/route.contract.ts';
import { CaseView } from '../../cases/cases.contract.ts';
import {
  APPLICANT_CATEGORIES,
  ARRIVALS,
  CONSULTED,
  CONTACT_TOPICS,
  CONVERSION_STATES,
  DELIVERY_WAYS,
  OPINIONS,
  REQUEST_RESULTS,
  WANTED_FORMS,
  WANTED_WAYS,
} from '../request-words.ts';
import { DecisionContent } from '../results/decision-content.contract.ts';
import { SuppliedFileView } from '../supplied/supplied-file.contract.ts';

/** One of the key nodes of a request's file (FOI-1); `on` null: not reached. */
export const RequestNode = z.object({ label: z.string(), on: day.nullable(), note: z.string() });

export const SideTermView = z.object({
  what: z.string(),
  start: day,
  due: day,
  endedOn: day.nullable(),
  basis: z.string(),
  afterwards: z.string().nullable(),
  isLate: z.boolean(),
});

export const DecisionView = z.object({
  id,
  seq: z.number().int(),
  replyId: id,
  content: DecisionContent,
  result: z.enum(REQUEST_RESULTS),
  letterIsOwn: z.boolean(),
  /** Null: still a draft. */
  sentOn: day.nullable(),
  documentNumber: z.string().nullable(),
  /** What is missing before it may be submitted; empty for what was sent. */
  missing: z.array(z.object({ field: z.string(), message: z.string() })),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** A disclosure request as the officer's page shows it: the case, and every step of the procedure. */
export const RequestView = z.object({
  case: CaseView,
  arrival: z.enum(ARRIVALS),
  submittedOn: day,
  /** Day of receipt by law; null: to be confirmed with the applicant, and no term runs. */
  confirmedOn: day.nullable(),
  confirmedHow: z.string().nullable(),
  category: z.enum(APPLICANT_CATEGORIES),
  wantedForm: z.enum(WANTED_FORMS),
  wantedWay: z.enum(WANTED_WAYS),
  documentNumber: z.string().nullable(),
  topic: z.string().nullable(),
  abuseReason: z.string().nullable(),
  identity: z.object({ evidence: z.string(), on: day, by: z.string() }).nullable(),
  correction: z
    .object({ text: z.string(), noticedOn: day, until: day, correctedOn: day.nullable(), isOver: z.boolean() })
    .nullable(),
  nodes: z.array(RequestNode),
  sideTerms: z.array(SideTermView),
  consultations: z.array(
    z.object({
      id,
      whom: z.enum(CONSULTED),
      name: z.string(),
      asked: z.string(),
      sentOn: day,
      receivedOn: day.nullable(),
      /** Last day for their opinion. */
      until: day,
      opinion: z.enum(OPINIONS).nullable(),
      opinionText: z.string().nullable(),
      answeredOn: day.nullable(),
      isReasonable: z.boolean().nullable(),
    }),
  ),
  extensions: z.array(
    z.object({
      id,
      workdays: z.number().int(),
      reason: z.string(),
      proposedBy: z.string(),
      proposedAt: instant,
      decision: z.enum(['approved', 'refused']).nullable(),
      decidedBy: z.string().nullable(),
      remark: z.string().nullable(),
    }),
  ),
  delay: z.object({ until: day, reason: z.string() }).nullable(),
  fee: z
    .object({
      way: z.enum(['item', 'volume']),
      quantity: z.number().int(),
      /** Yuan. */
      amount: z.number().int(),
      explanation: z.array(z.string()),
      noticedOn: day,
      until: day,
      paidOn: day.nullable(),
    })
    .nullable(),
  conferences: z.array(
    z.object({ id, heldOn: day, attendees: z.string(), legalAdviser: z.string().nullable(), opinion: z.string() }),
  ),
  contacts: z.array(z.object({ id, at: instant, topic: z.enum(CONTACT_TOPICS), text: z.string(), by: z.string() })),
  decisions: z.array(DecisionView),
  /** Files brought for decisions, those included that none names. */
  suppliedFiles: z.array(SuppliedFileView),
  deliveries: z.array(
    z.object({
      id,
      decisionId: id,
      way: z.enum(DELIVERY_WAYS),
      trackingNumber: z.string().nullable(),
      sentOn: day,
      deliveredOn: day.nullable(),
      proof: z.string().nullable(),
    }),
  ),
  conversions: z.array(
    z.object({
      id,
      version,
      decisionId: id,
      name: z.string(),
      state: z.enum(CONVERSION_STATES),
      reason: z.string().nullable(),
      publicationId: id.nullable(),
      /** Number of its public page. */
      publicNumber: z.number().int().nullable(),
    }),
  ),
  /** Other requests of the same applicant that the person may see, newest first; tells repeated requests and counts for the fee by item. */
  others: z.array(
    z.object({
      id,
      number: z.string(),
      title: z.string(),
      receivedOn: day,
      result: z.enum(REQUEST_RESULTS).nullable(),
    }),
  ),
  /** Of the same applicant in the month of receipt, this one not counted, in the same unit. */
  earlierInMonth: z.number().int(),
  archive: z.object({ on: day, number: z.string() }).nullable(),
});
export type RequestView = z.infer<typeof RequestView>;

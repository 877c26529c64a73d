import type { LocalDate } from '../../src/kernel/local-date.ts';
import type {
  ApplicantCategory,
  ContactTopic,
  DecisionContentInput,
  RegisterRequestInput,
  RequestArrival,
} from '../../src/modules/disclosure-requests/index.ts';

/** A request of the demonstration: everything in it is invented, the applicants and their numbers too (no region has the number 990001). */
export interface DemoRequest {
  /** When it came to the program, in Asia/Shanghai: `2026-03-09 10:20`. */
  readonly at: string;
  readonly unit: string;
  readonly arrival: RequestArrival;
  /** Of letters: when they were sent and signed for. */
  readonly submittedOn?: string;
  readonly signedOn?: string;
  readonly category: ApplicantCategory;
  readonly wantedForm: RegisterRequestInput['wantedForm'];
  readonly wantedWay: RegisterRequestInput['wantedWay'];
  readonly title: string;
  readonly text: string;
  readonly from: {
    readonly name: string;
    readonly phone: string;
    readonly identityNumber: string;
    readonly address?: string;
    readonly email?: string;
    readonly contactPerson?: string;
  };
  readonly way: readonly DemoStep[];
}

/** `by` is a role in the unit that has the request; `sender` acts by number and secret. */
export type DemoStep = {
  readonly at: string;
  readonly by: 'officer' | 'handler' | 'deputy' | 'head' | 'sender';
} & (
  | { readonly act: 'accept' | 'stopWaiting' | 'approveExtension' | 'takeFee' }
  | { readonly act: 'confirm'; readonly how: string }
  | { readonly act: 'identity'; readonly evidence: string }
  | { readonly act: 'askCorrection'; readonly text: string; readonly until: string }
  | { readonly act: 'correct'; readonly text: string }
  | {
      readonly act: 'consult';
      readonly whom: 'thirdParty' | 'jointAgency';
      readonly name: string;
      readonly asked: string;
    }
  | {
      readonly act: 'opinion';
      readonly opinion: 'agrees' | 'objects' | 'silent';
      readonly text: string;
      readonly holds?: boolean;
    }
  | { readonly act: 'proposeExtension'; readonly workdays: number; readonly reason: string }
  | { readonly act: 'noticeFee'; readonly pages: number }
  | { readonly act: 'contact'; readonly topic: ContactTopic; readonly text: string }
  | { readonly act: 'confer'; readonly attendees: string; readonly legalAdviser: string; readonly opinion: string }
  | { readonly act: 'sort'; readonly topic: string }
  | { readonly act: 'draft' | 'decide'; readonly content: DecisionContentInput }
  | {
      readonly act: 'deliver';
      readonly way: 'mail' | 'pickup' | 'email' | 'online';
      readonly number?: string;
      readonly proof: string;
    }
  | { readonly act: 'keepBack'; readonly reason: string }
  | { readonly act: 'archive'; readonly number: string }
);

/** Taken up, sorted, decided, delivered and archived without anything in between. */
export function plainWay(of: {
  readonly taken: string;
  readonly topic: string;
  readonly evidence: string;
  readonly decided: string;
  readonly content: DecisionContentInput;
  readonly delivered: string;
  readonly way: 'mail' | 'pickup' | 'email' | 'online';
  readonly proof: string;
  readonly keepBack?: string;
  readonly number: string;
}): DemoStep[] {
  return [
    { at: of.taken, by: 'officer', act: 'accept' },
    { at: of.taken, by: 'officer', act: 'identity', evidence: of.evidence },
    { at: of.taken, by: 'officer', act: 'sort', topic: of.topic },
    { at: of.decided, by: 'handler', act: 'decide', content: of.content },
    { at: of.delivered, by: 'officer', act: 'deliver', way: of.way, proof: of.proof },
    ...(of.keepBack ? [{ at: of.delivered, by: 'officer', act: 'keepBack', reason: of.keepBack } as const] : []),
    { at: of.delivered, by: 'officer', act: 'archive', number: of.number },
  ];
}

export const day = (text: string) => text as LocalDate;

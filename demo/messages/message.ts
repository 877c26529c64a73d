/** A message of the demonstration: everything in it is invented. */
export interface DemoMessage {
  readonly kind: 'policyMessage' | 'enquiry' | 'mailbox' | 'suggestion' | 'siteError';
  /** When it came, in Asia/Shanghai: `2026-03-09 10:20`. */
  readonly at: string;
  /** To whom; absent: the office routes it, or the drafting unit of the document. */
  readonly unit?: string;
  /** Number of the policy on whose page it was asked. */
  readonly document?: string;
  readonly title?: string;
  readonly text: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly from?: { readonly name?: string; readonly phone?: string; readonly email?: string };
  readonly mayPublish?: boolean;
  readonly way: readonly DemoAct[];
}

/** `by` is an account; `sender` acts by number and secret. */
export type DemoAct = { readonly at: string; readonly by: string } & (
  | { readonly act: 'accept' | 'classify' | 'send' | 'close' | 'select' }
  | { readonly act: 'assign'; readonly unit: string; readonly to?: string }
  | { readonly act: 'transfer'; readonly unit: string; readonly reason: string }
  | { readonly act: 'reply'; readonly text: string }
  | { readonly act: 'approve'; readonly step: string }
  | { readonly act: 'return'; readonly step: string; readonly comment: string }
  | { readonly act: 'ask'; readonly question: string }
  | { readonly act: 'add'; readonly text: string }
  | { readonly act: 'rate'; readonly stars: number; readonly comment?: string }
  | { readonly act: 'followUp'; readonly text: string }
  | { readonly act: 'note'; readonly text: string }
  | { readonly act: 'reject'; readonly text: string }
);

/** The usual way of an answer inside one unit: taken up, written by one, read by another, sent. */
export function answered(
  unit: string,
  from: string,
  sent: string,
  text: string,
  options: { readonly simple?: true; readonly signed?: true; readonly assigned?: true; readonly by?: 'officer' } = {},
): DemoAct[] {
  const by = `${options.by ?? 'handler'}.${unit}`;
  return [
    // What the office assigned is taken up already.
    ...(options.assigned ? [] : [options.signed ? given(from, unit, by) : ({ at: from, by, act: 'accept' } as const)]),
    ...(options.simple ? [{ at: from, by, act: 'classify' } as const] : []),
    { at: sent, by, act: 'reply', text },
    { at: sent, by: `deputy.${unit}`, act: 'approve', step: 'answer' },
    ...(options.signed ? [{ at: sent, by: `head.${unit}`, act: 'approve', step: 'signing' } as const] : []),
    { at: sent, by, act: 'send' },
  ];
}

/** What only those named for it read: the head gives it to somebody. */
export function given(at: string, unit: string, to: string): DemoAct {
  return { at, by: `head.${unit}`, act: 'assign', unit, to };
}

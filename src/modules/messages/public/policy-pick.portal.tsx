import type { OpenItem, OpenItemSummary, OpenPublications } from '../../publications/index.ts';
import { Field } from './form-fields.portal.tsx';

/** As many as somebody still looks through; older ones have the same window on their own page. */
const OFFERED = 100;

/** Policies that stand today, newest first. */
export async function newestPolicies(open: OpenPublications): Promise<readonly OpenItemSummary[]> {
  return (await open.items({ kinds: ['policyDocument'], page: 1, pageSize: OFFERED })).items;
}

/** Which policy the evaluation or suggestion is about; it then goes to the unit that drafted it (MSG-8). */
export function PolicyPick({
  policies,
  picked,
}: {
  readonly policies: readonly OpenItemSummary[];
  readonly picked: OpenItem | null;
}) {
  const older = picked && !policies.some(({ number }) => number === picked.number) ? [picked] : [];
  return (
    <Field
      id="document"
      label="关于哪项政策"
      required={false}
      hint="选了政策的，由起草单位答复。没有列出的较早政策，请打开它的页面，在页面下方评价和提建议"
      fault={null}
      value={picked ? String(picked.number) : ''}
      choices={[...older, ...policies].map(({ number, title }) => ({ value: String(number), label: title }))}
      empty="不针对某一项政策"
    />
  );
}

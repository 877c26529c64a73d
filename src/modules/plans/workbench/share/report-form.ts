import type { EvidenceInput, ReportInput } from '../../assignments/assignments.contract.ts';

/** One piece of evidence in the form, with what the person sees of it. */
export interface EvidenceEntry {
  readonly key: string;
  readonly label: string;
  readonly input: EvidenceInput;
}

export interface ReportForm {
  /** Made once per opened form, so that the same form sent twice is one report. */
  readonly formId: string;
  readonly kind: ReportInput['kind'];
  readonly text: string;
  readonly percent: number;
  readonly evidence: readonly EvidenceEntry[];
}

export function emptyReport(formId: string, percent: number): ReportForm {
  return { formId, kind: 'progress', text: '', percent, evidence: [] };
}

export function reportInput(form: ReportForm, version: number): ReportInput {
  return {
    formId: form.formId,
    version,
    kind: form.kind,
    text: form.text.trim(),
    percent: form.kind === 'completion' ? 100 : form.percent,
    evidence: form.evidence.map((entry) => entry.input),
  };
}

/** What stands in the way of sending, in words; the server checks again. */
export function obstaclesOf(form: ReportForm): readonly string[] {
  const obstacles: string[] = [];
  if (!form.text.trim()) obstacles.push('请填写进展情况。');
  if (form.kind === 'completion' && form.evidence.length === 0) {
    obstacles.push('报送办结须附至少一份佐证材料：附件、网址或平台记录。');
  }
  return obstacles;
}

/** An address typed without its scheme is meant as https. @returns undefined when it is no web address */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (!text) return undefined;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address) ? address : undefined;
}

import type { FastifyRequest } from 'fastify';
import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { CaseReceipt, FormProof, Origin, ReceivedFile } from '../../cases/index.ts';
import { HONEYPOT_FIELD, PROOF_FIELD } from './ask-form.portal.tsx';
import type { Given } from './form-fields.portal.tsx';
import { givenAgain } from './given-again.ts';
import type { GivenForm } from './read-form.ts';
import { originOf } from './sender-origin.ts';

/** What a form shows when it comes back: all that was typed, and what is to be mended. */
export interface ShownAgain {
  readonly given: Given;
  readonly reasons?: readonly Reason[];
  /** Of the whole form. */
  readonly problem?: string;
  readonly status?: number;
}

/** What is handed in beside the words. */
interface HandedIn {
  readonly form: FormProof & Origin;
  readonly files: readonly ReceivedFile[];
  readonly faults: readonly Reason[];
}

type Outcome = { readonly receipt: CaseReceipt } | { readonly again: ShownAgain };

/**
 * Hands in what a visitor filled in. Files are looked at here, words by whoever takes them, and both are told at once.
 * @param refused what the page itself finds wrong
 * @param take takes it in, or refuses by an AppError below 500
 */
export async function handIn(
  request: FastifyRequest,
  form: GivenForm,
  refused: readonly Reason[],
  take: (handed: HandedIn) => Promise<CaseReceipt>,
): Promise<Outcome> {
  const { fields: given, files } = form;
  const proof = { token: given[PROOF_FIELD] ?? '', honeypot: given[HONEYPOT_FIELD] ?? '', ...originOf(request) };
  try {
    return { receipt: await take({ form: proof, files, faults: [...refused, ...form.faults] }) };
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const reasons = [...error.reasons, ...lostFiles(form)];
    return { again: { given: givenAgain(given, error), problem: error.message, reasons, status: error.status } };
  }
}

/** Too many from one connection: nothing is taken yet, and nothing that was typed is lost. */
export function heldBack(form: GivenForm, seconds: number): ShownAgain {
  return {
    given: form.fields,
    problem: `现在提交的人较多，请等 ${seconds} 秒后再提交一次。`,
    // Read with no room for files, so that each of them is a fault.
    reasons: form.faults.length > 0 ? [AGAIN] : [],
    status: 429,
  };
}

/** No browser lets a page fill in files again. */
export function lostFiles({ files }: GivenForm): Reason[] {
  return files.length > 0 ? [AGAIN] : [];
}

const AGAIN: Reason = { field: 'files', message: '附件需要重新选择。' };

/** Fields of a form that are named `<prefix>.<name>`. */
export function fieldsUnder(given: Given, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name.startsWith(`${prefix}.`))
      .map(([name, value]) => [name.slice(prefix.length + 1), value]),
  );
}

/** @returns null when nothing of it is filled in: somebody who does not say who he is */
export function applicantIn(given: Given): Record<string, string> | null {
  const applicant = fieldsUnder(given, 'applicant');
  return Object.values(applicant).some((value) => value.trim() !== '') ? applicant : null;
}

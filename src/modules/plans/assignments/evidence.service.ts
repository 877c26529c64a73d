import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { personIdOf } from '../events.store.ts';
import { findPlan } from '../plan/plans.store.ts';
import { assignmentSubject, planSubject } from '../plan-subjects.ts';
import type { PlansContext } from '../plans.context.ts';
import { notFound } from '../plans.errors.ts';
import { checkAddress } from './address-check.ts';
import { evidenceView } from './assignment-views.ts';
import type { Evidence, Upload } from './assignments.contract.ts';
import { findAssignment } from './assignments.store.ts';
import { evidenceRefusal } from './evidence-file.ts';
import { type EvidenceRow, evidenceToCheck, findEvidence, insertUpload, setAddressState } from './reports.store.ts';

export const EVIDENCE_BYTES = 100 * 1024 * 1024;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BATCH = 50;

/** Files and addresses that prove a task; whether an address opens is found out by a job, apart from the report. */
export class EvidenceService {
  readonly #context: PlansContext;
  readonly #allowedNetworks: readonly string[];

  /** @param allowedNetworks CIDR networks that addresses may point to besides public ones */
  constructor(context: PlansContext, allowedNetworks: readonly string[]) {
    this.#context = context;
    this.#allowedNetworks = allowedNetworks;
  }

  /** @throws AppError `media-type-refused` (415) */
  async upload(actor: Actor, file: StoredFile & { readonly name: string }): Promise<Upload> {
    const refusal = evidenceRefusal(file.mediaType, file.name);
    if (refusal) throw new AppError('media-type-refused', 415, refusal);
    const row = await this.#context.platform.changes.run(actor, async (change) => {
      await holdFiles(change.tx, this.#context.platform.files, [file.hash]);
      const stored = await insertUpload(change.tx, {
        hash: file.hash,
        name: file.name,
        size: file.size,
        media_type: file.mediaType,
        by_person: personIdOf(actor),
        at: change.at,
      });
      change.record({ action: 'upload', kind: 'evidence', subjectId: stored.id, detail: { hash: file.hash } });
      return stored;
    });
    return { id: row.id, name: row.name, size: row.size, mediaType: row.media_type };
  }

  /** @throws AppError `not-found` (404), `forbidden` (403) */
  async file(actor: Actor, id: string): Promise<{ hash: string; name: string; mediaType: string }> {
    const item = await this.#readable(actor, id);
    if (!item.file_hash) throw notFound('份附件');
    return {
      hash: item.file_hash,
      name: item.file_name ?? item.title,
      mediaType: item.media_type ?? 'application/octet-stream',
    };
  }

  /** An answer of the last minute stands: nobody makes this server call another site again and again. */
  async recheck(actor: Actor, id: string): Promise<Evidence> {
    const item = await this.#readable(actor, id, 'recheckEvidence');
    const isFresh =
      item.checked_at && this.#context.platform.clock.now().getTime() - item.checked_at.getTime() < MINUTE;
    return evidenceView(item.kind === 'address' && !isFresh ? await this.#check(item) : item);
  }

  /** Checks addresses that are due: new ones at once, then weekly, a failing one after an hour, six hours and a day. */
  async checkDue(signal: AbortSignal): Promise<number> {
    const due = await evidenceToCheck(this.#db, this.#context.platform.clock.now(), BATCH);
    for (const item of due) {
      if (signal.aborted) break;
      await this.#check(item);
    }
    return due.length;
  }

  async #check(item: EvidenceRow): Promise<EvidenceRow> {
    const result = await checkAddress(item.address ?? '', { allowed: this.#allowedNetworks });
    const now = this.#context.platform.clock.now();
    const failures = result.state === 'reachable' ? 0 : item.failures + 1;
    const wait = failures === 0 || failures > 3 ? 7 * 24 : ([1, 6, 24][failures - 1] ?? 24);
    return this.#context.platform.changes.run({ type: 'system' }, async (change) => {
      if (result.state !== item.address_state) {
        const detail = { from: item.address_state, to: result.state };
        change.record({ action: 'checkAddress', kind: 'evidence', subjectId: item.id, detail });
      }
      return setAddressState(change.tx, item.id, {
        address_state: result.state,
        address_note: result.note,
        failures,
        checked_at: now,
        check_at: result.state === 'refused' ? null : new Date(now.getTime() + wait * HOUR),
      });
    });
  }

  async #readable(actor: Actor, id: string, action = 'readReports'): Promise<EvidenceRow> {
    const item = await findEvidence(this.#db, id);
    const share = item && (await findAssignment(this.#db, item.assignment_id));
    const plan = share && (await findPlan(this.#db, share.plan_id));
    if (!item || !share || !plan || !can(actor, 'read', planSubject(plan))) throw notFound('份佐证材料');
    demand(actor, action, assignmentSubject(plan, share));
    return item;
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

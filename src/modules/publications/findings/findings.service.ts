import { AppError } from '../../../kernel/app-error.ts';
import { replaceText } from '../../../kernel/document-body.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Content } from '../content/content.contract.ts';
import { hold, worked } from '../held-publication.service.ts';
import { addEvent, nameOf, personIdOf } from '../history.store.ts';
import type { PublicationRow } from '../publication-tables.store.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import type { Finding, MaskInput } from '../publications.contract.ts';
import { staleEdit } from '../publications.errors.ts';
import type { DraftingService } from '../versions/drafting.service.ts';
import { summarise } from '../versions/save-content.service.ts';
import { nextState } from '../versions/version-state.ts';
import { type FindingRow, findingsOf, updateFinding, updateFindings } from './findings.store.ts';

/** Personal data found in a draft is masked in its text or let through by somebody entitled, with a reason that is kept (REV-8). */
export class FindingsService {
  readonly #context: PublicationsContext;
  readonly #drafting: DraftingService;

  constructor(context: PublicationsContext, drafting: DraftingService) {
    this.#context = context;
    this.#drafting = drafting;
  }

  override(actor: Actor, id: string, findingId: string, reason: string): Promise<void> {
    return this.#context.platform.changes.run(actor, async (change) => {
      const units = await unitsIn(this.#context, change);
      const held = worked(await hold(this.#context, change, id, units.officeId));
      demand(actor, 'decide', findingSubject(held.row));
      const finding = (await findingsOf(change.tx, held.open.id)).find((one) => one.id === findingId);
      if (!finding || finding.state === 'gone' || finding.state === 'masked') throw findingGone();
      await updateFinding(change.tx, findingId, {
        state: 'overridden',
        reason,
        decided_by: personIdOf(actor),
        decided_name: nameOf(actor),
        decided_at: change.at,
      });
      await summarise(change, held.kind, id, held.open.content);
      const text = `保留一处${finding.certainty === 'sure' ? '' : '疑似'}个人信息，理由：${reason}`;
      await addEvent(change, { publicationId: id, versionId: held.open.id, kind: 'overrideFinding', text });
      change.record({
        action: 'overrideFinding',
        kind: 'publication',
        subjectId: id,
        unitId: held.row.unit_id,
        detail: { findingId, type: finding.type },
      });
    });
  }

  /** Writes the official masks into the text; the words found stay in the finding, where only entitled people read them. */
  mask(actor: Actor, id: string, input: MaskInput): Promise<void> {
    return this.#drafting.changing(actor, id, 'edit', async (change, held) => {
      nextState(held.open.state, 'edit');
      if (held.open.edit !== input.edit) {
        throw staleEdit({ edit: held.open.edit, content: held.open.content }, ['content'], undefined);
      }
      const wanted = new Set(input.findingIds);
      const findings = (await findingsOf(change.tx, held.open.id)).filter((one) => wanted.has(one.id));
      if (findings.some((one) => one.place.startsWith('attachment:'))) throw inAttachment();
      const standing = findings.filter((one) => one.state === 'open' || one.state === 'overridden');
      if (standing.length === 0) throw findingGone();
      await updateFindings(
        change.tx,
        standing.map((one) => one.id),
        {
          state: 'masked',
          reason: null,
          decided_by: personIdOf(actor),
          decided_name: nameOf(actor),
          decided_at: change.at,
        },
      );
      await this.#drafting.write(
        change,
        held,
        maskedContent(held.open.content, standing),
        {},
        `遮盖 ${standing.length} 处个人信息。`,
      );
    });
  }
}

export function findingSubject(row: Pick<PublicationRow, 'unit_id'>) {
  return { kind: 'redactionFinding', unitIds: [row.unit_id] };
}

/** The words themselves only to those who may read findings; everybody else who reads the draft sees the mask. */
export function findingView(actor: Actor, row: Pick<PublicationRow, 'unit_id'>, finding: FindingRow): Finding {
  const isOpen = can(actor, 'read', findingSubject(row));
  return {
    id: finding.id,
    place: finding.place,
    type: finding.type,
    start: finding.start_at,
    end: finding.end_at,
    text: isOpen ? finding.words : finding.masked,
    masked: finding.masked,
    certainty: finding.certainty,
    why: finding.why,
    state: finding.state,
    reason: finding.reason,
    decidedBy: finding.decided_by ? { id: finding.decided_by, name: finding.decided_name ?? '' } : null,
    decidedAt: finding.decided_at?.toISOString() ?? null,
  };
}

type Found = Pick<FindingRow, 'place' | 'start_at' | 'end_at' | 'masked'>;

/** A content in which the words of the findings are replaced by their masks. */
export function maskedContent(content: Content, findings: readonly Found[]): Content {
  const of = (place: string) => findings.filter((one) => one.place === place);
  const fields = Object.fromEntries(
    Object.entries(content.fields).map(([code, value]) => [
      code,
      typeof value === 'string' ? masked(value, of(`field:${code}`)) : value,
    ]),
  );
  const replacements = findings
    .filter((one) => one.place.startsWith('block:'))
    .map((one) => ({
      blockId: one.place.slice('block:'.length),
      start: one.start_at,
      end: one.end_at,
      text: one.masked,
    }));
  return {
    ...content,
    title: masked(content.title, of('title')),
    fields,
    body: content.body && replaceText(content.body, replacements),
  };
}

function masked(text: string, findings: readonly Found[]): string {
  let result = text;
  for (const one of [...findings].sort((a, b) => b.start_at - a.start_at)) {
    result = result.slice(0, one.start_at) + one.masked + result.slice(one.end_at);
  }
  return result;
}

function findingGone(): AppError {
  return new AppError('finding-gone', 409, '这处内容已经修改或处理过，请刷新后查看。');
}

function inAttachment(): AppError {
  return new AppError(
    'finding-in-attachment',
    422,
    '附件中的个人信息须在附件中遮盖，请换成遮盖后的附件，或使用附件遮盖功能。',
  );
}

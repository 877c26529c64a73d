import { AppError } from '../../kernel/app-error.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { UploadRow } from './content/uploads.store.ts';
import type { Held } from './held-publication.service.ts';
import type { PublicationKind } from './kinds/publication-kind.ts';
import type { PublicationRow, VersionRow } from './publication-tables.store.ts';
import type { Units } from './publications.context.ts';
import type {
  Attachment,
  PublicationSummary,
  Remark,
  Review,
  StepProgress,
  Version,
  VersionSummary,
} from './publications.contract.ts';
import type { TargetedRow } from './publishing/targeted.store.ts';
import { whyNotReview } from './reviews/may-review.ts';
import type { StepStanding } from './reviews/review-progress.ts';
import type { RemarkRow, ReviewRow } from './reviews/reviews.store.ts';
import type { StepReviewers } from './reviews/who-can-review.ts';
import type { PublicTerm } from './terms/public-term.ts';

export function person(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

export function summaryView(
  row: PublicationRow,
  kind: Pick<PublicationKind, 'name'>,
  units: Units,
  term: PublicTerm | null,
): PublicationSummary {
  return {
    id: row.id,
    kind: row.kind,
    kindName: kind.name,
    unit: units.ref(row.unit_id),
    number: row.number,
    title: row.title,
    documentNumber: row.document_number,
    life: row.life,
    open: row.open_state,
    attribute: row.attribute,
    manner: row.manner,
    nextReviewOn: row.next_review_on,
    term,
    lateReasonAt: row.late_reason_at?.toISOString() ?? null,
    openFindings: row.open_findings,
    scheduledFor: row.scheduled_for?.toISOString() ?? null,
    publishedAt: row.published_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    drafter: person(row.drafter_id, row.drafter_name),
  };
}

export function versionSummary(row: VersionRow): VersionSummary {
  return {
    id: row.id,
    ordinal: row.ordinal,
    state: row.state,
    contentHash: row.content_hash,
    edit: row.edit,
    changeKind: row.change_kind,
    changeNote: row.change_note,
    releaseNote: row.release_note,
    scheduledFor: row.scheduled_for?.toISOString() ?? null,
    drafter: person(row.drafter_id, row.drafter_name),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
  };
}

/** @throws AppError `content-erased` (410) */
export function versionView(row: VersionRow): Version {
  if (!row.content) throw new AppError('content-erased', 410, '这一版本的内容已依法删除。');
  return { ...versionSummary(row), content: row.content };
}

export function stepView(
  actor: Actor,
  held: Held,
  standing: StepStanding,
  all: readonly StepStanding[],
  editorIds: readonly string[],
  reviews: readonly ReviewRow[],
  reviewers: readonly StepReviewers[],
): StepProgress {
  const { step, state, review } = standing;
  const whyNot =
    held.open?.state === 'inReview'
      ? whyNotReview({
          actor,
          standing,
          all,
          editorIds,
          ownerUnitId: held.row.unit_id,
          officeUnitId: held.facts.officeId,
        })
      : '现在不在审核中。';
  const given = review && reviews.find((one) => one.step === step.code && one.at.getTime() === review.at.getTime());
  const able = reviewers.find((one) => one.code === step.code);
  return {
    code: step.code,
    name: step.name,
    group: step.group,
    unit: step.unit,
    roles: [...step.roles],
    state,
    reviewer: given ? { id: given.by_person, name: given.by_name } : null,
    at: given?.at.toISOString() ?? null,
    comment: given?.comment ?? null,
    people: [...(able?.people ?? [])],
    lack: able?.lack ?? null,
    mine: whyNot === null,
    whyNot,
  };
}

export function reviewView(row: ReviewRow): Review {
  return {
    id: row.id,
    step: row.step,
    stepName: row.step_name,
    decision: row.decision,
    contentHash: row.content_hash,
    comment: row.comment,
    reviewer: { id: row.by_person, name: row.by_name },
    at: row.at.toISOString(),
    voidAt: row.void_at?.toISOString() ?? null,
    voidReason: row.void_reason,
  };
}

export function remarkView(row: RemarkRow): Remark {
  return {
    id: row.id,
    place: row.place,
    text: row.text,
    by: { id: row.by_person, name: row.by_name },
    at: row.at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    resolvedBy: person(row.resolved_by, row.resolved_name),
    resolution: row.resolution,
  };
}

export function attachmentView(row: UploadRow): Attachment {
  return {
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    hiddenData: row.hidden_data,
    problems: row.problems,
    inspectedAt: row.inspected_at?.toISOString() ?? null,
  };
}

export function targetedView(row: TargetedRow) {
  return {
    place: row.place,
    audience: row.audience,
    fromOn: row.from_on,
    toOn: row.to_on,
    note: row.note,
    by: row.by_name,
    at: row.at.toISOString(),
  };
}

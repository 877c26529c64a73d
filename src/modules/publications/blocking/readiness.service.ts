import { localDateAt } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type FindingType, findingNames } from '../../redaction/index.ts';
import { type UploadRow, uploadsOf } from '../content/uploads.store.ts';
import { type DeterminationRow, latestDetermination } from '../determinations/determinations.store.ts';
import { elementReasons } from '../element-checks/element-reasons.ts';
import { ownReasons } from '../element-checks/own-reasons.ts';
import { type FindingRow, findingsOf } from '../findings/findings.store.ts';
import { stepsOf, type WorkedOn } from '../held-publication.service.ts';
import { deadLinks } from '../public/dead-links.store.ts';
import type { Lookups } from '../publications.context.ts';
import type { BlockingReason } from '../publications.contract.ts';
import { reviewProgress, type StepStanding } from '../reviews/review-progress.ts';
import { type RemarkRow, type ReviewRow, remarksOf, reviewsOf } from '../reviews/reviews.store.ts';
import { lateReasonsOf } from '../terms/late-reasons.store.ts';
import { numbersOf } from '../versions/save-content.service.ts';
import { currentVersionOf, sameNumbersOfUnit, samePublicNumbers } from '../versions/versions.store.ts';
import { blockingReasons } from './blocking-reasons.ts';
import { linksInside } from './links-inside.ts';

/** Where a version stands on its way out, with the rows that say so. */
export interface Readiness {
  readonly standings: readonly StepStanding[];
  /** Its own reasons; those of partners are added where all members are known. */
  readonly reasons: readonly BlockingReason[];
  readonly determination: DeterminationRow | undefined;
  readonly reviews: readonly ReviewRow[];
  readonly remarks: readonly RemarkRow[];
  readonly findings: readonly FindingRow[];
  readonly uploads: readonly UploadRow[];
}

export async function readiness(db: Queryable, held: WorkedOn, known: Lookups): Promise<Readiness> {
  const { row, kind, open } = held;
  const determination = await latestDetermination(db, row.id);
  const reviews = await reviewsOf(db, open.id);
  const remarks = await remarksOf(db, open.id);
  const findings = await findingsOf(db, open.id);
  const uploads = await uploadsOf(db, row.id);
  const standings = reviewProgress(
    stepsOf(held),
    reviews.map((review) => ({
      step: review.step,
      decision: review.decision,
      contentHash: review.content_hash,
      reviewerId: review.by_person,
      at: review.at,
      isVoid: review.void_at !== null,
    })),
    open.content_hash,
  );
  const own = blockingReasons({
    kind,
    content: open.content,
    state: open.state,
    determination,
    standings,
    findings: findings.filter((one) => one.state === 'open').map((one) => ({ id: one.id, words: findingWords(one) })),
    attachments: open.content.attachments.map((file) => attachmentFacts(file, uploads)),
    openRemarks: remarks.filter((remark) => remark.resolved_at === null),
    elements: await elements(db, held, known),
  });
  return { standings, reasons: [...lifeReasons(held), ...own], determination, reviews, remarks, findings, uploads };
}

function lifeReasons({ row }: WorkedOn): BlockingReason[] {
  if (row.life === 'none' || row.life === 'public') return [];
  if (row.life === 'withdrawn') {
    const message = '这份信息已撤回。新版本发布后取代撤回的文本，重新公开。';
    return [{ code: 'life', place: 'state', severity: 'warns', message }];
  }
  const message = '这份信息已移除或合并，须先恢复公开，才能发布新版本。';
  return [{ code: 'life', place: 'state', severity: 'blocks', message }];
}

/** Public texts that carry a number of this one. */
export function publicNumbers(
  db: Queryable,
  { row, kind, open }: Pick<WorkedOn, 'row' | 'kind' | 'open'>,
  known: Lookups,
) {
  return samePublicNumbers(db, row.id, numbersOf(kind, open.content), (field) => known.kinds.numberedBy(field));
}

async function elements(db: Queryable, { row, kind, open }: WorkedOn, known: Lookups): Promise<BlockingReason[]> {
  const ofUnit = await sameNumbersOfUnit(
    db,
    { publicationId: row.id, unitId: row.unit_id },
    numbersOf(kind, open.content),
  );
  const same = [...ofUnit, ...(await publicNumbers(db, { row, kind, open }, known))];
  const sameNumber: Record<string, string[]> = {};
  for (const { field, title } of same) sameNumber[field] = [...(sameNumber[field] ?? []), `《${title}》`];
  const current = row.life === 'none' ? undefined : await currentVersionOf(db, row.id);
  const entitled = known.issuerCodes.filter((one) => one.unit_id === row.unit_id).map((one) => one.issuer);
  const shared = elementReasons(kind.elementChecks, kind.fields, open.content, {
    today: known.today,
    calendar: known.calendar,
    issuerCodes: known.issuerCodes,
    issuerStanding: (name) => known.units.issuers.standing(name, row.unit_id, entitled),
    publicFields: current?.content?.fields ?? null,
    sameNumber,
    deadLinks: await deadLinks(db, linksInside(open.content)),
    firstPublishedOn: row.published_at ? localDateAt(row.published_at) : null,
    convertedAt: row.converted_at,
    lateReason: row.late_reason_at ? ((await lateReasonsOf(db, row.id))[0]?.reason ?? null) : null,
  });
  return [...shared, ...ownReasons(kind, open.content, known.today)];
}

const PLACES: Readonly<Record<string, string>> = {
  title: '标题',
  field: '要素',
  attachment: '附件',
  attachmentName: '附件名称',
  changeNote: '修改说明',
  relation: '关联',
};

/** Never repeats what was found: reasons go to everybody who may read the draft. */
function findingWords({ type, place, certainty }: FindingRow): string {
  const name = findingNames[type as FindingType] ?? '个人信息';
  const where = PLACES[place.split(':')[0] ?? ''] ?? '正文';
  return `${where}中有${certainty === 'sure' ? '' : '疑似'}${name}，请遮盖，或由有权人员说明可以公开的理由。`;
}

function attachmentFacts(file: { readonly sha256: string; readonly name: string }, uploads: readonly UploadRow[]) {
  const upload = uploads.find((one) => one.sha256 === file.sha256);
  return {
    sha256: file.sha256,
    name: file.name,
    isInspected: upload?.inspected_at != null,
    hidden: upload?.hidden_data.map((datum) => datum.message) ?? [],
    problems: upload?.problems ?? [],
  };
}

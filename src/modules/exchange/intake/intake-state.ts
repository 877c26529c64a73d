import { ATTRIBUTE_LABELS, type PublicationsServices } from '../../publications/index.ts';
import type { IntakeState } from './intake.contract.ts';
import type { DocumentRow } from './intake-tables.store.ts';

type Detail = Awaited<ReturnType<PublicationsServices['view']['get']>>;

/** For systems that hand in: words of theirs, not of ours. */
export const STATE_WORDS: Readonly<Record<IntakeState['state'], string>> = {
  draft: '草稿',
  inReview: '审查中',
  approved: '审查通过，待发布',
  scheduled: '审查通过，定时发布',
  public: '已公开',
  withdrawn: '已撤回',
  removed: '已移除',
  merged: '已合并',
  discarded: '草稿已作废',
};

/** The way of reviews is the unit's own affair; what the other system can mend is told. */
const NOT_TOLD = new Set([
  'not-submitted',
  'step-not-approved',
  'remark-open',
  'together',
  'attribute-keeps-back',
  'manner-targeted',
]);

/** Where a document stands, derived from what stands in the register. @param origin public address without slash at the end */
export function intakeState(row: DocumentRow, detail: Detail, origin: string): IntakeState {
  const revision = detail.life === 'none' ? null : (detail.open ?? null);
  const state = detail.life === 'none' ? (detail.open ?? 'discarded') : detail.life;
  return {
    id: row.publication_id,
    sourceId: row.external_id,
    title: detail.title,
    unit: { code: detail.unit.code, name: detail.unit.name },
    state,
    stateText: `${STATE_WORDS[state]}${revision ? `（新版本${STATE_WORDS[revision]}）` : ''}`,
    revision,
    attribute: detail.determination ? ATTRIBUTE_LABELS[detail.determination.attribute] : null,
    address: detail.number === null || detail.life === 'none' ? null : `${origin}/documents/${detail.number}`,
    missing: detail.reasons
      .filter((reason) => reason.severity === 'blocks' && !NOT_TOLD.has(reason.code))
      .map((reason) => reason.message),
    doubts: [...row.doubts],
    receivedAt: row.first_at.toISOString(),
  };
}

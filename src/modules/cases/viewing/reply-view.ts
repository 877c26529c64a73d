import type { Actor } from '../../../kernel/permissions.ts';
import { findingNames, findPersonalData } from '../../redaction/index.ts';
import type { ReplyRow } from '../case-tables.store.ts';
import type { Known } from '../cases.context.ts';
import type { CaseReply } from '../cases.contract.ts';
import type { CaseReviewStep } from '../kinds/case-kind.ts';
import { type GivenReview, reviewStandings, whyNotReview } from '../replies/review-steps.ts';

/** A reply as staff see it; personal data is looked for only while it can still be mended. */
export function replyView(
  row: ReplyRow,
  of: {
    readonly actor: Actor;
    readonly known: Known;
    readonly steps: readonly CaseReviewStep[];
    readonly reviews: readonly GivenReview[];
    readonly editorIds: readonly string[];
    readonly holderUnitId: string;
    readonly isReviewed: boolean;
  },
): CaseReply {
  const standings = reviewStandings(of.steps, of.reviews, row.edit);
  const places = { holderUnitId: of.holderUnitId, officeId: of.known.units.officeId };
  return {
    id: row.id,
    state: row.state,
    ordinal: row.ordinal,
    text: row.text,
    edit: row.edit,
    drafter: row.drafter_id === null ? null : { id: row.drafter_id, name: row.drafter_name ?? '' },
    unit: of.known.units.ref(row.unit_id),
    updatedAt: row.updated_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    findings:
      row.state === 'draft'
        ? findPersonalData(row.text).map(({ type, start, end, masked, certainty, why }) => ({
            type,
            typeLabel: findingNames[type],
            start,
            end,
            masked,
            certainty,
            why,
          }))
        : [],
    findingsReason: row.findings_reason,
    steps: standings.map((standing) => {
      const why = whyNotReview(of.actor, standing, { all: standings, editorIds: of.editorIds, ...places });
      const whyNot = of.isReviewed && row.state === 'draft' ? why : '答复现在不在审核中。';
      return {
        code: standing.step.code,
        name: standing.step.name,
        unit: standing.step.unit,
        roles: [...standing.step.roles],
        state: standing.state,
        by: standing.review ? { id: standing.review.byPerson, name: standing.review.byName } : null,
        at: standing.review?.at.toISOString() ?? null,
        comment: standing.review?.comment ?? null,
        mine: whyNot === null,
        whyNot,
      };
    }),
  };
}

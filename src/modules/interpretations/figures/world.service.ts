import type { Queryable } from '../../../platform/db/database.ts';
import type {
  OpenItemSummary,
  OpenItemsFilter,
  OpenPublications,
  PublicationsServices,
} from '../../publications/index.ts';
import { questionsOf } from '../questions/questions.store.ts';
import type { RatingsService } from '../ratings/ratings.service.ts';
import { DOCUMENT_KINDS, INTERPRETATION_KINDS, publicItems } from '../registers/public-names.ts';
import {
  type CheckedDocument,
  type CheckedInterpretation,
  type CheckedWorld,
  inScope,
} from './interpretation-checks.ts';
import type { Thresholds } from './threshold-words.ts';

const AT_ONCE = 1000;

export interface WorldSources {
  readonly db: Queryable;
  readonly open: OpenPublications;
  readonly approvals: PublicationsServices['approvals'];
  readonly ratings: RatingsService;
}

/** Gathers everything that the checks of a year look at. */
export async function readWorld(sources: WorldSources, year: number, thresholds: Thresholds): Promise<CheckedWorld> {
  const { open } = sources;
  const documents = await documentsInScope(open, year);
  const ofYear = await allItems(open, { kinds: INTERPRETATION_KINDS, year });
  const numbers = [...documents, ...ofYear].map((item) => item.number);
  const pointers = await open.pointers('interprets', numbers);
  const others = await publicItems(
    open,
    pointers.map(({ from }) => from),
  );
  const interpretations = new Map([...ofYear, ...others.values()].map((item) => [item.number, item]));
  const explains = Map.groupBy(pointers, ({ from }) => from);
  const items = [...interpretations.values()].filter((item) => INTERPRETATION_KINDS.includes(item.kind));
  const approvals = await sources.approvals.first([...documents, ...items].map((item) => item.publicationId));
  const ratings = await sources.ratings.figures(items.map((item) => item.number));
  const checked = (item: OpenItemSummary): CheckedDocument => ({
    number: item.number,
    unitId: item.unitId,
    title: item.title,
    publishedAt: item.firstPublishedAt,
    approvedAt: approvals.get(item.publicationId) ?? null,
  });
  const questions = await questionsOf(sources.db, year);
  const asked = await publicItems(
    open,
    questions.map((question) => question.document),
  );
  return {
    year,
    thresholds,
    documents: documents.map(checked),
    interpretations: items.map(
      (item): CheckedInterpretation => ({
        ...checked(item),
        form: String(item.fields.form),
        stage: String(item.fields.stage),
        explains: (explains.get(item.number) ?? []).map(({ to }) => to),
        ratings: ratings.get(item.number)?.total ?? 0,
        mean: ratings.get(item.number)?.mean ?? null,
      }),
    ),
    questions,
    askedDocuments: new Map([...asked].map(([number, { title, unitId }]) => [number, { title, unitId }])),
  };
}

async function documentsInScope(open: OpenPublications, year: number): Promise<OpenItemSummary[]> {
  const found = new Map<number, OpenItemSummary>();
  for (const fields of [{ interpretation: 'together' }, { normative: 'true' }]) {
    for (const item of await allItems(open, { kinds: DOCUMENT_KINDS, year, fields })) found.set(item.number, item);
  }
  return [...found.values()].filter((item) => inScope(item.fields));
}

async function allItems(open: OpenPublications, filter: OpenItemsFilter): Promise<OpenItemSummary[]> {
  const found: OpenItemSummary[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await open.items({ ...filter, sort: 'number', page, pageSize: AT_ONCE });
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found;
  }
}

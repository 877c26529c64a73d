import { type PublicationsBelow, VALIDITY_WORDS } from '../../library/index.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { Facet } from '../finding/facets.ts';

/** Words for the values of facets, as people read them; topics are named by themselves. */
export type FacetWords = (facet: Facet, value: string) => string;

export async function wordsOfFacets(
  organisations: Organisations,
  publications: PublicationsBelow,
): Promise<FacetWords> {
  const units = new Map((await organisations.units.all()).map((unit) => [unit.id, unit.name]));
  const words: Readonly<Record<Facet, (value: string) => string | undefined>> = {
    kind: (code) => (publications.kinds.has(code) ? publications.kinds.get(code).name : undefined),
    unit: (id) => units.get(id),
    year: (year) => `${year}年`,
    validity: (state) => (VALIDITY_WORDS as Readonly<Record<string, string>>)[state],
    topic: (name) => name,
  };
  return (facet, value) => words[facet](value) ?? value;
}

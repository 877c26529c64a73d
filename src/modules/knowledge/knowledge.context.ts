import type { UnitRef } from '../../kernel/route.contract.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { LibraryServices } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import type { OfficeWordsService, SearchService } from '../search/index.ts';

/** What every service here is handed. */
export interface KnowledgeContext {
  readonly platform: Platform;
  readonly organisations: Organisations;
  readonly calendar: CalendarService;
  readonly publications: Pick<PublicationsServices, 'open' | 'drafting' | 'view'>;
  readonly library: Pick<LibraryServices, 'open' | 'audiences'>;
  readonly cases: Pick<CasesDoor, 'questions' | 'view'>;
  readonly search: SearchService;
  readonly words: OfficeWordsService;
}

export async function unitRefs({
  organisations,
}: Pick<KnowledgeContext, 'organisations'>): Promise<ReadonlyMap<string, UnitRef>> {
  const units = await organisations.units.all();
  return new Map(units.map(({ id, code, name, shortName }) => [id, { id, code, name, shortName }]));
}

/** What became of an entry that was drafted: still worked on, public, or thrown away before it ever was public. */
export async function draftFate(
  { publications }: Pick<KnowledgeContext, 'publications'>,
  publicationId: string,
): Promise<'drafting' | 'public' | 'gone'> {
  if ((await publications.open.itemOf(publicationId))?.status === 'public') return 'public';
  const detail = await publications.view.get({ type: 'system' }, publicationId);
  return detail.draft === null ? 'gone' : 'drafting';
}

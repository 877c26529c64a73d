import { CITY_DOCUMENTS } from './city.ts';
import { CITY_SAFETY_DOCUMENTS } from './city-safety.ts';
import { ECONOMY_DOCUMENTS } from './economy.ts';
import { ECONOMY_SERVICES_DOCUMENTS } from './economy-services.ts';
import { GOVERNMENT_DOCUMENTS } from './government.ts';
import { GOVERNMENT_OFFICE_DOCUMENTS } from './government-office.ts';
import type { LibraryDocument } from './library-document.ts';
import { LIVELIHOOD_DOCUMENTS } from './livelihood.ts';
import { LIVELIHOOD_WELFARE_DOCUMENTS } from './livelihood-welfare.ts';

/** Every policy document of the invented district, oldest first. */
export const LIBRARY_DOCUMENTS: readonly LibraryDocument[] = [
  ...GOVERNMENT_DOCUMENTS,
  ...GOVERNMENT_OFFICE_DOCUMENTS,
  ...LIVELIHOOD_DOCUMENTS,
  ...LIVELIHOOD_WELFARE_DOCUMENTS,
  ...ECONOMY_DOCUMENTS,
  ...ECONOMY_SERVICES_DOCUMENTS,
  ...CITY_DOCUMENTS,
  ...CITY_SAFETY_DOCUMENTS,
].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));

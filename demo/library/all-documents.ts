import { CITY_DOCUMENTS } from './city.ts';
import { ECONOMY_DOCUMENTS } from './economy.ts';
import { GOVERNMENT_DOCUMENTS } from './government.ts';
import type { LibraryDocument } from './library-document.ts';
import { LIVELIHOOD_DOCUMENTS } from './livelihood.ts';

/** Every policy document of the invented district, oldest first. */
export const LIBRARY_DOCUMENTS: readonly LibraryDocument[] = [
  ...GOVERNMENT_DOCUMENTS,
  ...LIVELIHOOD_DOCUMENTS,
  ...ECONOMY_DOCUMENTS,
  ...CITY_DOCUMENTS,
].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));

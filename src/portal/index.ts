export { EmptyState, Fact, Facts, PageTitle, Section } from './components/blocks.tsx';
export { type FilterField, FilterForm } from './components/filter-form.tsx';
export { Pagination } from './components/pagination.tsx';
export { type Pane, PaneWindow, Ring, type Share, ShareBar, ShareColumn } from './components/pictures.tsx';
export { type Column, Table } from './components/table.tsx';
export { Tag, type Tone, ToneShape } from './components/tag.tsx';
export type { PageHead } from './context.ts';
export { excerpt, longDay, longMonth, officialTime, shortDay, withLongDays } from './format.ts';
export { type GoTo, type LiveContent, type LivePage, refusedBy } from './live-page.ts';
export {
  type FileContent,
  type FileRoute,
  fileRoute,
  type PageContent,
  type PageElsewhere,
  type PageRoute,
  pageRoute,
} from './page-route.ts';
export { Portal, type PortalOptions } from './portal.tsx';
export type { HomeEntry, HomeShare, PortalPart } from './portal-part.ts';
export { readSite, SITE_FILE, Site } from './site.ts';

import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { type PortalPart, pageRoute, Section } from '../../../portal/index.ts';
import type { CityDocument } from '../receiving/city-items.store.ts';
import { CITY_PAGE_SIZE, CityAddress } from './city-address.ts';
import { CityDocumentBody } from './city-document.portal.tsx';
import { type CityLibrary, cityHref } from './city-library.service.ts';
import { CityListBody, CityRows } from './city-list.portal.tsx';

const access = { kind: 'portal', action: 'read' };
const NAME = '全市主动公开公文库';
const TRAIL = [{ href: '/city-library', label: NAME }];
const ON_HOME = 5;
export const CityParams = z.object({
  peer: z.string().max(40),
  number: z.coerce.number().int().min(1).max(999_999_999),
});

/** The city library for everybody, without JavaScript; on the home page only where somebody files. */
export function cityLibraryPortal(city: CityLibrary): PortalPart {
  return {
    navigation: [],
    files: [],
    home: async () => {
      const { items, total } = await city.list({
        peer: null,
        unit: null,
        words: '',
        year: null,
        page: 1,
        pageSize: ON_HOME,
      });
      if (items.length === 0) return {};
      const sections = (
        <Section id="city-library" title={NAME} more={<a href="/city-library">全部公文</a>}>
          <CityRows items={items} level="h3" />
        </Section>
      );
      return { sections, entries: [{ href: '/city-library', label: NAME, note: `各区报送，共 ${total} 件` }] };
    },
    pages: [
      pageRoute({
        url: '/city-library',
        access,
        query: CityAddress,
        make: async ({ query }) => {
          const { items, total } = await city.list({
            peer: query.from ?? null,
            unit: query.unit ?? null,
            words: query.q,
            year: query.year ?? null,
            page: query.page,
            pageSize: CITY_PAGE_SIZE,
          });
          const column = { name: NAME, description: '各区、各单位报送的主动公开公文', keywords: '公文库,主动公开' };
          return {
            head: { title: NAME, trail: [], column, description: column.description },
            body: <CityListBody address={query} items={items} total={total} choices={await city.choices()} />,
          };
        },
      }),
      pageRoute({
        url: '/city-library/:peer/:number',
        access,
        params: CityParams,
        make: async ({ params }) => {
          const document = await city.document(params.peer, params.number);
          const gone = whyGone(document);
          if (!document || gone) throw gone ?? absent();
          if (document.status === 'merged' && document.mergedInto !== null) {
            return { movedTo: cityHref(document.peerCode, document.mergedInto) };
          }
          const shown = {
            document,
            kindName: city.kindName(document.kind),
            html: city.text(document),
            facts: city.facts(document),
            related: await city.related(document),
          };
          return { head: headOf(document), body: <CityDocumentBody {...shown} /> };
        },
      }),
    ],
  };
}

export function absent(): AppError {
  return new AppError('not-found', 404, '公文库中没有这份公文，请从“全市主动公开公文库”重新查找。');
}

function whyGone(document: CityDocument | undefined): AppError | undefined {
  if (document?.status !== 'removed') return undefined;
  const reason = document.reason ? `理由：${document.reason}` : '';
  return new AppError('removed', 410, `这份公文已由发布单位移除。${reason}`);
}

function headOf({ title, publishedAt, peerName, unitName }: CityDocument) {
  const shanghai = new Date(publishedAt.getTime() + 8 * 3_600_000).toISOString();
  return {
    title,
    trail: TRAIL,
    article: { title, publishedAt: shanghai.slice(0, 16).replace('T', ' '), source: `${peerName} ${unitName}` },
  };
}

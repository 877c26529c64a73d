import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { officialTime, type PageHead, type PageRoute, pageRoute } from '../../../portal/index.ts';
import type { Unit } from '../../organisations/index.ts';
import type { OpenItem, OpenRelation, OpenVersion } from '../../publications/index.ts';
import { listField, textField, validityFacts } from '../shelf/shelf-entry.ts';
import { type DerivationStep, derivationOf } from '../validity/derivation.ts';
import { type Validity, validityOn } from '../validity/validity.ts';
import { compareTexts } from './compare-texts.ts';
import { documentHref } from './document-list.portal.tsx';
import { DocumentBody } from './document-page.portal.tsx';
import { type Comparison, HistoryBody } from './history-page.portal.tsx';
import type { OpenLibrary } from './open-library.service.ts';
import { FEEDS, type PortalContext } from './portal-context.ts';
import { textBlocks } from './text-blocks.ts';

const access = { kind: 'portal', action: 'read' };
export const NumberParams = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const ordinal = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);

/** Permanent addresses of everything that was ever public. */
export function documentPages(context: PortalContext): PageRoute[] {
  return [
    pageRoute({
      url: '/documents/:number',
      access,
      params: NumberParams,
      make: async ({ params }) => {
        const item = await demandItem(context.open, params.number);
        if (item.status === 'merged' && item.mergedInto !== null) return { movedTo: documentHref(item.mergedInto) };
        return { head: headOf(item, context), body: await bodyFor(item, context) };
      },
    }),
    pageRoute({
      url: '/documents/:number/history',
      access,
      params: NumberParams,
      query: z.object({ from: ordinal, to: ordinal }),
      make: async ({ params, query }) => {
        const item = await demandItem(context.open, params.number);
        if (item.status === 'merged' && item.mergedInto !== null) return { movedTo: documentHref(item.mergedInto) };
        const versions = await context.open.publications.versions(item.number);
        const events = await context.open.publications.history(item.number);
        const comparison = await compared(context.open, versions, query);
        return {
          head: {
            title: '各次公布的文本',
            trail: [...trailOf(item), { href: documentHref(item.number), label: item.title }],
          },
          body: <HistoryBody item={item} versions={versions} events={events} comparison={comparison} />,
        };
      },
    }),
  ];
}

/** @throws AppError 404 for what was never public, 410 with the reason for what was removed */
export async function demandItem(open: OpenLibrary, number: number): Promise<OpenItem> {
  const item = await open.publications.item(number);
  if (!item) throw new AppError('not-found', 404, '没有找到这份文件，它可能尚未公开。请从“政策文件”重新查找。');
  if (item.status === 'removed') {
    throw new AppError('removed', 410, `这份文件已经移除。${item.reason ? `理由：${item.reason}` : ''}`);
  }
  return item;
}

/** Validity of a policy document on the day, and how it follows; null for kinds that have none and for what was withdrawn. */
export async function validityOf(
  open: OpenLibrary,
  item: OpenItem,
): Promise<{ readonly validity: Validity; readonly derivation: readonly DerivationStep[] } | null> {
  if (item.kind !== 'policyDocument' || item.status === 'withdrawn') return null;
  const listed = await open.document(item.number);
  const facts = validityFacts(item, listed?.relations ?? []);
  const rules = await open.termRules();
  return {
    validity: validityOn(facts, open.today, rules),
    derivation: derivationOf(facts, open.today, rules, item.bodyText),
  };
}

async function bodyFor(item: OpenItem, context: PortalContext) {
  const { open, kinds, parts } = context;
  const [known, related, history, versions, units] = [
    await validityOf(open, item),
    await open.publications.related(item.number),
    await open.publications.history(item.number),
    await open.publications.versions(item.number),
    await open.units(),
  ];
  const shown = {
    item,
    kindName: kinds.has(item.kind) ? kinds.get(item.kind).name : '公开信息',
    unit: units.find((unit: Unit) => unit.id === item.unitId),
    validity: known?.validity ?? null,
    derivation: known?.derivation ?? [],
    related,
    relationLabel: (relation: OpenRelation) => labelOf(relation, item.kind, kinds),
    history,
    versions: versions.length,
  };
  return (
    <>
      <DocumentBody shown={shown} above={await parts.above(item)}>
        {await parts.beside(item)}
      </DocumentBody>
      {await parts.below(item)}
    </>
  );
}

/** The kind that has the relation names it: its own side, or the other side's word for us. */
function labelOf(relation: OpenRelation, ownKind: string, kinds: PortalContext['kinds']): string {
  const kind = relation.direction === 'to' ? ownKind : relation.kind;
  const found =
    kind && kinds.has(kind) ? kinds.get(kind).relations.find((one) => one.code === relation.type) : undefined;
  return (relation.direction === 'to' ? found?.label : found?.reverseLabel) ?? '相关内容';
}

/** Official meta tags of an article (政府网站发展指引; law 6.2). */
function headOf(item: OpenItem, { origin }: PortalContext): PageHead {
  const source = textField(item.fields, 'issuer');
  const keywords = [...listField(item.fields, 'tags'), textField(item.fields, 'topic') ?? ''].filter(Boolean);
  return {
    title: item.title,
    description: textField(item.fields, 'summary') ?? item.bodyText.slice(0, 120),
    trail: trailOf(item),
    column: {
      name: '政策文件',
      description: '主动公开的政府信息',
      keywords: '政策文件,政府信息公开',
      type: '政策文件',
    },
    article: {
      title: item.title,
      publishedAt: officialTime(item.publishedAt.toISOString()),
      source: source ?? '',
      ...(keywords.length > 0 && { keywords: keywords.join(',') }),
      ...(source && { author: source }),
      url: origin + documentHref(item.number),
    },
    alternates: FEEDS,
    ...(item.status === 'withdrawn' && { unlisted: true }),
  };
}

function trailOf(item: OpenItem) {
  return item.kind === 'policyDocument'
    ? [{ href: '/library', label: '政策文件' }]
    : [{ href: '/openness', label: '信息公开专栏' }];
}

/** The two texts asked for; without a wish the last two. Null while there is only one. */
async function compared(
  open: OpenLibrary,
  versions: readonly OpenVersion[],
  wish: { from?: number | undefined; to?: number | undefined },
): Promise<Comparison | null> {
  const to = versions.find((one) => one.ordinal === wish.to) ?? versions[0];
  const from =
    versions.find((one) => one.ordinal === wish.from) ?? versions.find((one) => one.ordinal < (to?.ordinal ?? 0));
  if (!from || !to || from === to) return null;
  const texts = [await linesOf(open, from), await linesOf(open, to)];
  return { from, to, rows: compareTexts(texts[0] ?? [], texts[1] ?? []) };
}

/** What the frozen record says: title, then text, so that a changed title is seen too. */
async function linesOf(open: OpenLibrary, version: OpenVersion): Promise<string[]> {
  const record = await open.publications.record(version.number, version.ordinal);
  if (!record) return [];
  const { bodyHtml } = JSON.parse(new TextDecoder().decode(record.bytes)) as { bodyHtml?: string };
  return [version.title, ...textBlocks(bodyHtml ?? '')];
}

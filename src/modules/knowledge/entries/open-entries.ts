import { AppError } from '../../../kernel/app-error.ts';
import type { OpenItem, OpenItemSummary, OpenPublications } from '../../publications/index.ts';

/** A public entry of the FAQ, without its answer. */
export interface OpenEntry {
  readonly publicationId: string;
  readonly number: number;
  readonly unitId: string;
  readonly question: string;
  readonly wordings: readonly string[];
  readonly topic: string;
  readonly basis: string;
  readonly publishedAt: Date;
  /** Numbers of the policies that it rests on. */
  readonly policies: readonly number[];
}

export const FAQ_KINDS = ['faq'];
const AT_ONCE = 1000;

/** Every public entry, the newest first. */
export async function allEntries(open: OpenPublications): Promise<OpenEntry[]> {
  const items: OpenItemSummary[] = [];
  for (let page = 1, left = true; left; page += 1) {
    const found = await open.items({ kinds: FAQ_KINDS, sort: '-publishedAt', page, pageSize: AT_ONCE });
    items.push(...found.items);
    left = found.items.length > 0 && page * AT_ONCE < found.total;
  }
  return entriesOf(open, items);
}

export async function entriesOf(open: OpenPublications, items: readonly OpenItemSummary[]): Promise<OpenEntry[]> {
  const numbers = items.map((item) => item.number);
  const pointers = numbers.length === 0 ? [] : await open.pointers('answersFrom', numbers);
  const policies = Map.groupBy(pointers, (one) => one.from);
  // Pointers lead to what is public: an entry without one either rests on none, or its policy is gone.
  const lost = new Map<number, readonly number[]>();
  for (const { number } of items) if (!policies.has(number)) lost.set(number, policiesIn(await open.item(number)));
  return items.map((item) => ({
    publicationId: item.publicationId,
    number: item.number,
    unitId: item.unitId,
    question: item.title,
    wordings: listOf(item.fields.wordings),
    topic: textOf(item.fields.topic),
    basis: textOf(item.fields.basis),
    publishedAt: item.publishedAt,
    policies: policies.get(item.number)?.map((one) => one.to) ?? lost.get(item.number) ?? [],
  }));
}

/** Those that rest on the policy, the newest first (KB-5). */
export async function entriesAbout(open: OpenPublications, number: number): Promise<OpenEntry[]> {
  const numbers = (await open.pointers('answersFrom', [number]))
    .filter((one) => one.to === number)
    .map((one) => one.from);
  if (numbers.length === 0) return [];
  const { items } = await open.items({ kinds: FAQ_KINDS, numbers, sort: '-publishedAt', page: 1, pageSize: 200 });
  return entriesOf(open, items);
}

/** Id of the publication; null when no public entry has this number. */
export async function publicEntry(
  { publications }: { readonly publications: { readonly open: OpenPublications } },
  number: number,
): Promise<string | null> {
  const item = await publications.open.item(number);
  return item?.status === 'public' && FAQ_KINDS.includes(item.kind) ? item.publicationId : null;
}

export function noSuchEntry(): AppError {
  const message = '没有这个已公开的常见问题，请重新选择。';
  return new AppError('invalid', 422, message, { reasons: [{ field: 'number', message }] });
}

function policiesIn(item: OpenItem | undefined): number[] {
  return (item?.relations ?? []).flatMap((one) =>
    one.type === 'answersFrom' && one.number !== null ? one.number : [],
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

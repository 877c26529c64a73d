import type { LocalDate } from '../../../kernel/local-date.ts';
import type { OpenItemSummary, OpenPublications } from '../../publications/index.ts';
import { MESSAGE_KINDS } from '../kinds/message-kinds.ts';

/** A selected message with its answer as lists show it (MSG-7: the four fields; the answer itself is read on its page). */
export interface OpenReply {
  readonly number: number;
  readonly title: string;
  readonly channel: string;
  readonly askedOn: LocalDate;
  readonly answeredOn: LocalDate;
  readonly answeringUnit: string;
  readonly sender: string;
  readonly question: string;
}

const KINDS = ['selectedReply'];

export async function openReplies(
  open: OpenPublications,
  query: { readonly channel?: string; readonly unitId?: string; readonly page: number; readonly pageSize: number },
): Promise<{ readonly replies: readonly OpenReply[]; readonly total: number }> {
  const { items, total } = await open.items({
    kinds: KINDS,
    sort: '-datedOn',
    page: query.page,
    pageSize: query.pageSize,
    ...(query.unitId && { unitId: query.unitId }),
    ...(query.channel && { fields: { channel: query.channel } }),
  });
  return { replies: items.map(replyOf), total };
}

/** Those that ask about the document, the newest first. */
export async function repliesAbout(open: OpenPublications, number: number): Promise<readonly OpenReply[]> {
  const numbers = (await open.pointers('asksAbout', [number]))
    .filter((one) => one.to === number)
    .map((one) => one.from);
  if (numbers.length === 0) return [];
  const { items } = await open.items({ kinds: KINDS, numbers, sort: '-datedOn', page: 1, pageSize: 200 });
  return items.map(replyOf);
}

export function replyOf(item: OpenItemSummary): OpenReply {
  const text = (code: string) => (typeof item.fields[code] === 'string' ? (item.fields[code] as string) : '');
  return {
    number: item.number,
    title: item.title,
    channel: MESSAGE_KINDS.find((kind) => kind.code === text('channel'))?.label ?? '',
    askedOn: text('askedOn') as LocalDate,
    answeredOn: text('answeredOn') as LocalDate,
    answeringUnit: text('answeringUnit'),
    sender: text('sender') || '网友',
    question: text('question'),
  };
}

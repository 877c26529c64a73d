import { z } from 'zod';

const Leaf = z.object({
  schema: z.literal(1),
  event: z.string(),
  number: z.number().int(),
  at: z.iso.datetime(),
});

export interface LoggedEvent {
  /** From 0. */
  readonly index: number;
  /** Instant, ISO 8601; undefined for an entry of a form that this program does not know. */
  readonly at: string | undefined;
  readonly words: string;
  /** Permanent number of the publication. */
  readonly number: number | undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  published: '发布',
  amended: '修改',
  withdrawn: '撤回',
  removed: '移除',
  restored: '恢复公开',
  merged: '合并',
  erased: '依法删除',
};

/** What an entry says, as far as it can be read; the log itself knows bytes only. */
export function readLoggedEvent({ index, entry }: { readonly index: number; readonly entry: Uint8Array }): LoggedEvent {
  const leaf = Leaf.safeParse(parseJson(Buffer.from(entry).toString('utf8'))).data;
  if (!leaf) return { index, at: undefined, words: '其他记录', number: undefined };
  return { index, at: leaf.at, words: WORDS[leaf.event] ?? '其他记录', number: leaf.number };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { looksLikeDeadline } from './deadline.ts';
import type { Grid, GridRow } from './grid.ts';
import { foldKey, joinLines } from './source-text.ts';
import { looksLikeNumber } from './task-number.ts';
import { looksLikeUnit } from './unit-pieces.ts';

/** What the cells of one column look like, without its heading. Shares are 0 to 1 of the cells that are not blank. */
export interface ColumnEvidence {
  readonly filled: number;
  readonly distinct: number;
  /** Rows for each different text: high where a heading of a group is repeated or joined over its rows. */
  readonly repeats: number;
  readonly number: number;
  readonly deadline: number;
  readonly units: number;
  readonly meanLength: number;
  /** Share of texts with the verbs that tasks are made of. */
  readonly task: number;
}

const TASK_VERB =
  /推进|推动|公开|做好|加强|加大|完善|开展|落实|建立|健全|优化|规范|制定|组织|实施|发布|提升|提高|深化|编制|完成|及时|梳理|强化|推行|探索|扩大|拓展|确保|严格|定期|进一步|聚焦|围绕|解读|回应/;
const UNIT_WORDS = /牵头|配合|各相关|相关单位|有关单位|各单位|各部门|各街镇|各镇/;
const MOST_SAMPLES = 400;

export function columnEvidence(grid: Grid, column: number, rows: readonly GridRow[]): ColumnEvidence {
  const cells = new Set(rows.flatMap((row) => row.at[column] ?? []));
  const texts = [...cells].map((cell) => cell.text).filter((text) => text.trim() !== '');
  const sample = texts.slice(0, MOST_SAMPLES);
  const share = (test: (text: string) => boolean) =>
    sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  const distinct = new Set(texts.map(foldKey)).size;
  return {
    filled: grid.rows.length === 0 ? 0 : texts.length / Math.max(1, rows.length),
    distinct,
    repeats: rows.length / Math.max(1, distinct),
    number: share((text) => looksLikeNumber(text)),
    deadline: share(looksLikeDeadline),
    units: share(looksLikeUnits),
    meanLength: sample.reduce((sum, text) => sum + foldKey(text).length, 0) / Math.max(1, sample.length),
    task: share((text) => TASK_VERB.test(text) && foldKey(text).length >= 6),
  };
}

function looksLikeUnits(text: string): boolean {
  const parts = text
    .split(/[、，,；;\n]/)
    .map((part) => joinLines(part).replace(/\s+/g, ''))
    .filter((part) => part !== '');
  if (parts.length === 0 || /[。！？]/.test(text.trim().slice(0, -1))) return false;
  const good = parts.filter((part) => part.length <= 24 && (looksLikeUnit(part) || UNIT_WORDS.test(part))).length;
  return good / parts.length >= 0.5;
}

import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isThresholdCode, type ThresholdView } from './figures.contract.ts';
import {
  THRESHOLD_CODES,
  THRESHOLDS,
  type ThresholdCode,
  type Thresholds,
  USUAL_THRESHOLDS,
} from './threshold-words.ts';
import { allThresholds, lockThreshold, putThreshold, type ThresholdRow } from './thresholds.store.ts';

const EDITED = { kind: 'interpretationThreshold' } as const;

/** What figures are held against, as the office set it. */
export class ThresholdsService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async current(): Promise<Thresholds> {
    const rows = await allThresholds(this.#db);
    return { ...USUAL_THRESHOLDS, ...Object.fromEntries(rows.map((row) => [row.code, row.value])) };
  }

  async list(): Promise<ThresholdView[]> {
    const rows = new Map((await allThresholds(this.#db)).map((row) => [row.code, row]));
    return THRESHOLD_CODES.map((code) => view(code, rows.get(code)));
  }

  /** @throws AppError `stale` (409), `invalid` (422) outside of its bounds */
  async set(actor: Actor, id: string, input: { readonly value: number; readonly version: number }) {
    demand(actor, 'edit', EDITED);
    if (!isThresholdCode(id)) throw new AppError('not-found', 404, '没有这个参数，请刷新页面。');
    await this.#platform.changes.run(actor, async (change) => {
      const by_name = actor.type === 'person' ? actor.name : '系统';
      const usual = { code: id, value: THRESHOLDS[id].value, version: 1, by_name, at: change.at };
      const row = await lockThreshold(change.tx, usual);
      if (row.version !== input.version) throw staleError({ value: row.value, version: row.version }, input);
      const { name, min, max } = THRESHOLDS[id];
      if (input.value < min || input.value > max) {
        const message = `${name}应在 ${min} 到 ${max} 之间。`;
        throw new AppError('invalid', 422, message, { reasons: [{ field: 'value', message }] });
      }
      await putThreshold(change.tx, id, { value: input.value, by_name, at: change.at });
      change.record({
        action: 'edit',
        kind: 'interpretationThreshold',
        subjectId: id,
        detail: { from: row.value, to: input.value },
      });
    });
    return (await this.list()).find((one) => one.id === id) ?? view(id, undefined);
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function view(code: ThresholdCode, row: ThresholdRow | undefined): ThresholdView {
  const { name, unit, help, min, max, value } = THRESHOLDS[code];
  return { id: code, name, unit, help, min, max, value: row?.value ?? value, version: row?.version ?? 1 };
}

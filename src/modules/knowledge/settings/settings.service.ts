import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import { SETTING_CODES, SETTINGS, type SettingCode, type Settings, USUAL_SETTINGS } from '../knowledge-words.ts';
import { nameOf } from '../name-of.ts';
import type { SettingView } from './settings.contract.ts';
import { allSettings, lockSetting, putSetting, type SettingRow } from './settings.store.ts';

/** What the office set: triggers and terms are data. */
export class SettingsService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async current(): Promise<Settings> {
    const rows = await allSettings(this.#db);
    return { ...USUAL_SETTINGS, ...Object.fromEntries(rows.map((row) => [row.code, row.value])) };
  }

  async list(): Promise<SettingView[]> {
    const rows = new Map((await allSettings(this.#db)).map((row) => [row.code, row]));
    return SETTING_CODES.map((code) => view(code, rows.get(code)));
  }

  /** @throws AppError `stale` (409), `invalid` (422) outside of its bounds */
  async set(
    actor: Actor,
    code: string,
    input: { readonly value: number; readonly version: number },
  ): Promise<SettingView> {
    demand(actor, 'edit', { kind: 'knowledgeSetting' });
    if (!isSetting(code)) throw new AppError('not-found', 404, '没有这个参数，请刷新页面。');
    await this.#platform.changes.run(actor, async (change) => {
      const by = { by_name: nameOf(actor), at: change.at };
      const row = await lockSetting(change.tx, { code, value: SETTINGS[code].value, version: 1, ...by });
      if (row.version !== input.version) throw staleError({ value: row.value, version: row.version }, input);
      const { name, min, max } = SETTINGS[code];
      if (input.value < min || input.value > max) {
        const message = `${name}应在 ${min} 到 ${max} 之间。`;
        throw new AppError('invalid', 422, message, { reasons: [{ field: 'value', message }] });
      }
      await putSetting(change.tx, code, { value: input.value, ...by });
      const detail = { from: row.value, to: input.value };
      change.record({ action: 'edit', kind: 'knowledgeSetting', subjectId: code, detail });
    });
    return (await this.list()).find((one) => one.code === code) ?? view(code, undefined);
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function isSetting(code: string): code is SettingCode {
  return (SETTING_CODES as readonly string[]).includes(code);
}

function view(code: SettingCode, row: SettingRow | undefined): SettingView {
  const { name, unit, help, min, max, value } = SETTINGS[code];
  return { code, name, unit, help, min, max, value: row?.value ?? value, version: row?.version ?? 1 };
}

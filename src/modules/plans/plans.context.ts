import { localDateAt } from '../../kernel/local-date.ts';
import type { Platform } from '../../platform/platform.ts';
import { type UnitDirectory, UnitNames, type WorkdaySource } from './unit-directory.ts';

/** What every service of this module is handed. */
export interface PlansContext {
  readonly platform: Platform;
  readonly directory: UnitDirectory;
  readonly calendar: WorkdaySource;
}

export function todayOf(context: PlansContext) {
  return localDateAt(context.platform.clock.now());
}

export async function unitNames(context: PlansContext): Promise<UnitNames> {
  return new UnitNames(await context.directory.units());
}

import { systemClock } from '../kernel/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log/log.ts';
import { type OpenPlatform, openPlatform } from '../platform/open-platform.ts';

/** Opens the platform for one command and closes it whatever happens. */
export async function withPlatform<T>(act: (platform: OpenPlatform) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const platform = await openPlatform(config, systemClock, createLog('warn'));
  try {
    return await act(platform);
  } finally {
    await platform.close();
  }
}

import { describe, expect, it } from 'vitest';
import { planAddresses } from './plan-addresses.ts';

describe('addresses of plans for the sitemap', () => {
  it('are those of every level and of the units with tasks, each once', async () => {
    const unit = (code: string) => ({ id: code, code, name: code, shortName: code });
    const open = {
      list: async () => [
        { year: 2026, level: 'district', unit: null },
        { year: 2026, level: 'city', unit: null },
        { year: 2026, level: 'unit', unit: unit('jiaoyu') },
      ],
      units: async () => [{ unit: unit('jiaoyu') }, { unit: unit('minzheng') }],
    } as unknown as Parameters<typeof planAddresses>[0];
    expect(await planAddresses(open)).toEqual([
      '/plans/2026',
      '/plans/2026/city',
      '/plans/2026/units/jiaoyu',
      '/units/jiaoyu',
      '/units/minzheng',
    ]);
  });
});

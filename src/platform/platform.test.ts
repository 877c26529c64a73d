import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { describeDatabases } from './db/database.fixtures.ts';
import { useTestPlatform } from './platform.fixtures.ts';

describeDatabases([], (database) => {
  const platform = useTestPlatform(() => ({ database: database() }));

  it('hands modules real machines and a clock that stands still', async () => {
    const stored = await platform().files.put(Readable.from(['a,b\n1,2\n']), { maxBytes: 100 });
    expect(stored.mediaType).toBe('text/csv');
    expect(platform().clock.now().toISOString()).toBe('2026-03-02T01:00:00.000Z');
    await expect(
      platform().mailer.send({ to: 'a@example.cn', subject: '', text: '', messageId: '<1@x>' }),
    ).rejects.toMatchObject({ code: 'mail-not-configured' });
  });
});

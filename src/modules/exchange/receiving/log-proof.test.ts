import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  adopt,
  body,
  fileAll,
  type Installation,
  introduce,
  openInstallation,
  policyContent,
  rows,
} from '../exchange.fixtures.ts';
import { stateHash } from '../filing/filing-state.ts';

describe('what is public must stand in the sender’s log, when that is registered', () => {
  const databases: Database[] = [];
  let district: Installation;
  let city: Installation;

  beforeAll(async () => {
    for (let n = 0; n < 2; n += 1) databases.push(await openTestDatabase('embedded', []));
    district = await openInstallation(databases[0] as Database);
    city = await openInstallation(databases[1] as Database);
    await city.listen();
    await adopt(district, policyContent());
    await district.modules.transparency.service.sequence();
    const logKey = (await district.modules.transparency.service.verifierKey()) ?? null;
    expect(logKey).not.toBeNull();
    await introduce(district, city, { logKey });
  }, 120_000);
  afterAll(async () => {
    await district?.close();
    await city?.close();
    for (const database of databases) await database.close();
  });

  it('takes what the log proves, also what was published a moment ago', async () => {
    await adopt(district, policyContent());
    await fileAll(district);
    const states = await rows(district, sql`select state, reasons from exchange.delivery`);
    expect(states).toEqual([
      { state: 'receipted', reasons: [] },
      { state: 'receipted', reasons: [] },
    ]);
  });

  it('refuses another text than the log has, and one without proof', async () => {
    const { id, number } = await adopt(district, policyContent({ text: '记入日志的正文。' }));
    await district.modules.transparency.service.sequence();
    const state = await district.modules.exchange.service.filing.follower.read(id);
    const logProof = (await district.modules.publications.service.open.receipt(number)) ?? null;
    const form = state?.open?.forms[0];
    if (!state?.open || !form) throw new Error('it is public');
    const record = JSON.parse(form.record);
    record.bodyHtml = '<p>另给上级看的正文。</p>';
    const changed = { ...form, record: JSON.stringify(record), body: body('另给上级看的正文。') };
    const filing = {
      ...state,
      ordinal: 1,
      event: 'filed' as const,
      open: { ...state.open, logProof, forms: [changed] },
    };
    const { receiver, peers } = city.modules.exchange.service.filing;
    const [peer] = await peers.active('incoming');
    if (!peer) throw new Error('the district is registered');
    const answer = await receiver.receive(peer, { ...filing, stateHash: stateHash(filing) });
    expect(answer).toMatchObject({ outcome: 'refused', reasons: [expect.stringContaining('公开存证凭证核对不上')] });
    const bare = { ...state, ordinal: 1, event: 'filed' as const };
    expect(await receiver.receive(peer, bare)).toMatchObject({
      outcome: 'refused',
      reasons: ['没有附公开存证凭证，请稍后重新报送。'],
    });
    expect(await receiver.receive(peer, { ...bare, open: { ...state.open, logProof } })).toMatchObject({
      outcome: 'receipted',
    });
  });

  it('keeps an interpretation beside its document, both ways (DOC-9)', async () => {
    const document = await adopt(district, policyContent({ title: '被解读的办法' }));
    const reading = await adopt(
      district,
      {
        ...policyContent(),
        title: '一图读懂《被解读的办法》',
        fields: {
          form: 'text',
          stage: 'release',
          interpreter: 'drafter',
          points: ['background'],
          summary: '讲清办法。',
        },
        relations: [{ type: 'interprets', publicationId: document.id, address: null, title: null, on: null }],
      },
      'interpretation',
    );
    await fileAll(district);
    const page = await (await fetch(`${city.origin}/city-library/minghu/${document.number}`)).text();
    expect(page).toContain(`<a href="/city-library/minghu/${reading.number}">一图读懂《被解读的办法》</a>`);
    const back = await (await fetch(`${city.origin}/city-library/minghu/${reading.number}`)).text();
    expect(back).toContain(`<a href="/city-library/minghu/${document.number}">被解读的办法</a>`);
  });
});

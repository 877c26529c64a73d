import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDistrict, policyContent, type TestDistrict } from '../../../district.fixtures.ts';
import { AlreadyPublicService } from './already-public.service.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await openTestDistrict();
  await district.takeIn(
    policyContent({
      title: '明湖区教育局关于2026年小学招生学区划分的通知',
      text: '学区按居民委员会划分，名单见附件。',
    }),
  );
  await district.takeIn(policyContent({ title: '明湖区教育局关于校车安全的通知', text: '校车按线路停靠。' }));
  await district.settled();
}, 120_000);
afterAll(() => district.close());

const titles = async (text: string) =>
  (await district.modules.disclosureRequests.service.alreadyPublic.like(text)).map(({ title }) => title);

describe('before somebody asks for information', () => {
  it('what is public and may be it is shown, and nothing that only shares a word', async () => {
    expect(await titles('2026年小学学区划分')).toEqual(['明湖区教育局关于2026年小学招生学区划分的通知']);
    expect(await titles('申请公开有关政府信息')).toEqual([]);
    expect(await titles('小学食堂采购合同')).toEqual([]);
    expect(await titles('')).toEqual([]);
  });

  it('the button of the form shows it without scripts, with every word kept', async () => {
    const answer = await district.app.server.inject({
      method: 'POST',
      url: '/disclosure-requests/new',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ act: 'look', title: '小学学区划分', text: '哪些居委会属于哪一所小学' }).toString(),
    });
    expect(answer.statusCode).toBe(200);
    for (const words of ['可能已经公开', '2026年小学招生学区划分的通知', '哪些居委会属于哪一所小学</textarea>'])
      expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('校车');
  });

  it('the same is asked for by the script, in no address', async () => {
    const answer = await district.app.server.inject({
      method: 'POST',
      url: '/api/already-public',
      payload: { text: '小学学区划分' },
    });
    expect(answer.json()).toMatchObject({ items: [{ unit: '明湖区教育局', publishedOn: '2026-02-02' }] });
  });

  it('numbers of cards and telephones are looked for nowhere', async () => {
    const asked: string[] = [];
    const { publications, organisations } = district.modules;
    const service = new AlreadyPublicService(publications.service.open, organisations.service);
    service.findBy(async (text) => {
      asked.push(text);
      return [];
    });
    await service.like('陈某 11010519491231002X 电话 139 0000 0000 的学区');
    expect(asked.join()).not.toMatch(/\d{4}/);
    expect(asked.join()).toContain('学区');
  });
});

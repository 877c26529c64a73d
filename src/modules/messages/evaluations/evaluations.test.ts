import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDistrict, policyContent, type TestDistrict } from '../../../district.fixtures.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { CaseQuery } from '../../cases/cases.contract.ts';
import { staff } from '../../organisations/organisations.fixtures.ts';

const WINDOW = '/messages/new?channel=suggestion';

describeDatabases([], (database) => {
  let district: TestDistrict;
  let people: Record<'office' | 'officer' | 'stranger', Actor>;
  let policy: number;
  let other: number;
  let turn = 0;
  beforeAll(async () => {
    district = await openTestDistrict({ database: database(), now: '2026-03-02T09:00:00+08:00' });
    const { office, education, lakeside } = district.units;
    people = await staff(district.modules.organisations.service, {
      office: [office, 'office', '周宁', 'supervisor'],
      officer: [education, 'officer.jiaoyu', '李明', 'officer'],
      stranger: [lakeside, 'officer.linhu', '赵强', 'officer'],
    });
    policy = (await district.takeIn(policyContent({ title: '明湖区教育局关于招生入学工作的通知' }))).number;
    other = (await district.takeIn(policyContent({ title: '明湖区教育局关于课后服务的通知' }))).number;
  }, 120_000);
  afterAll(() => district.close());

  const tokenOf = (page: string) => /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? '';
  async function suggest(fields: Readonly<Record<string, string>>, url = WINDOW) {
    const proof = tokenOf(await district.look(url));
    const { clock } = district.platform;
    clock.set(new Date(clock.now().getTime() + 60_000));
    turn += 1;
    const typed = { title: '课后服务', text: `第${turn}条：请把课后服务延长到六点。`, proof, act: 'send' };
    return district.app.server.inject({
      method: 'POST',
      url,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      remoteAddress: `2001:db8:${turn.toString(16)}::1`,
      payload: new URLSearchParams({ ...typed, ...fields }).toString(),
    });
  }
  async function caseOf(page: string) {
    const [number = ''] = [...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map((match) => match[1] ?? '');
    const { view } = district.modules.cases.service;
    const { items } = await view.list({ type: 'system' }, CaseQuery.parse({ text: number }));
    return view.get({ type: 'system' }, items[0]?.id ?? '');
  }
  const days = { from: '2026-03-01' as LocalDate, to: '2026-03-31' as LocalDate };

  describe('the window of policy evaluation and suggestions (MSG-8, FX-42)', () => {
    it('stands on the board and on each policy’s page', async () => {
      const board = await district.look('/messages');
      expect(board).toContain(`<a href="${WINDOW.replace('&', '&amp;')}">政策评价和意见建议</a>`);
      expect(await district.look(`/documents/${policy}`)).toContain('评价这项政策、提意见建议');
    });

    it('lets the person pick the policy, whose drafting unit answers, and say what he thinks of it', async () => {
      const form = await district.look(WINDOW);
      for (const title of ['招生入学工作', '课后服务'])
        expect(form).toContain(`明湖区教育局关于${title}的通知</option>`);
      const picked = await caseOf(
        (await suggest({ document: String(other), 'fields.evaluation': '4', unitId: district.units.lakeside.id })).body,
      );
      expect(picked).toMatchObject({ kind: 'suggestion', publicationNumber: other, unit: { shortName: '区教育局' } });
      expect(picked.fields).toMatchObject([{ label: '您对这项政策的评价', value: '较好' }]);
    });

    it('takes what is about no policy as before, and what names none that stands', async () => {
      const { office, lakeside } = district.units;
      for (const document of ['', '99999', 'x']) {
        const one = await caseOf((await suggest({ document, unitId: lakeside.id })).body);
        expect(one, document).toMatchObject({ publicationNumber: null, unit: { id: lakeside.id } });
      }
      expect((await caseOf((await suggest({})).body)).unit.id).toBe(office.id);
    });

    it('keeps the picked policy when something is wrong, and takes no evaluation that is none', async () => {
      const { statusCode, body } = await suggest({ document: String(policy), title: '' });
      expect(statusCode).toBe(422);
      expect(body).toContain(`<option value="${policy}" selected>`);
      expect((await suggest({ document: String(policy), 'fields.evaluation': '9' })).statusCode).toBe(422);
    });

    it('does not let a form that came from a policy’s page speak of another', async () => {
      const url = `${WINDOW}&document=${policy}`;
      const one = await caseOf((await suggest({ document: String(other), 'fields.evaluation': '1' }, url)).body);
      expect(one.publicationNumber).toBe(policy);
      expect(await district.look(url)).not.toContain('关于哪项政策');
    });

    it('is proved by what came through it, policy by policy, as far as a unit reaches', async () => {
      await suggest({ document: String(other) });
      const { evaluations } = district.modules.messages.service;
      const expected = {
        policies: 2,
        items: [
          { number: other, title: '明湖区教育局关于课后服务的通知', received: 2, answered: 0, evaluated: 1, good: 1 },
          {
            number: policy,
            title: '明湖区教育局关于招生入学工作的通知',
            received: 1,
            answered: 0,
            evaluated: 1,
            good: 0,
          },
        ],
      };
      expect(await evaluations.list(people.office, days)).toEqual(expected);
      expect(await evaluations.list(people.officer, days)).toEqual(expected);
      expect((await evaluations.list(people.stranger, days)).items).toEqual([]);
      const earlier = { from: '2026-02-01' as LocalDate, to: '2026-02-28' as LocalDate };
      expect((await evaluations.list(people.office, earlier)).items).toEqual([]);
      const headers = await district.signedIn(people.office.type === 'person' ? people.office.personId : '');
      const answer = await district.app.server.inject({
        url: '/api/policy-evaluations?from=2026-03-01&to=2026-03-31',
        headers,
      });
      expect(answer.json()).toEqual(expected);
    });
  });
});

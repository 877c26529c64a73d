import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyContent } from '../../../district.fixtures.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { openTestKnowledge, type TestKnowledge } from '../knowledge.fixtures.ts';
import { type ModelServer, openModelServer, says } from '../model/model-server.fixtures.ts';

const IDENTITY = '110101199003074450';

describeDatabases([], (database) => {
  let test: TestKnowledge;
  let model: ModelServer;

  beforeAll(async () => {
    model = await openModelServer();
    test = await openTestKnowledge({ database: database() });
    await test.publish(
      await test.draft({ question: '毕业年级可以转学吗？', answer: '毕业年级学生原则上不办理转学。' }),
    );
    await test.modules.search.service.follower.catchUp();
  });
  afterAll(async () => {
    await test.close();
    await model.close();
  });

  async function ask(question: string) {
    const answer = await test.app.server.inject({
      method: 'POST',
      url: '/ask-policy',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: `question=${encodeURIComponent(question)}`,
    });
    return { status: answer.statusCode, body: answer.body, cache: answer.headers['cache-control'] };
  }
  const kept = async () =>
    (await sql<{ text: string }>`select text from knowledge.asked_question order by text`.execute(database().kysely))
      .rows;

  describe('问政策 (SRCH-1)', () => {
    it('answers with the words of a public document and the way to them', async () => {
      const { status, body, cache } = await ask('转学申请什么时候提出');
      expect(status).toBe(200);
      expect(body).toContain('监护人可以在每学期开学前两周提出转学申请');
      expect(body).toContain(`href="/documents/${test.policy.number}#text:~:text=`);
      expect(String(cache)).toContain('no-store');
    });

    it('answers with an entry of the FAQ where there is one', async () => {
      expect((await ask('毕业年级可以转学吗')).body).toContain('毕业年级可以转学吗？</a>');
    });

    it('says that it does not know, and where to ask instead', async () => {
      const { body } = await ask('地铁二号线几点发车');
      expect(body).toContain('不知道：已公开的文件里没有找到答案');
      expect(body).toContain('/messages/new?channel=enquiry');
      expect(body).not.toContain('blockquote');
    });

    it('keeps what was written when something is wrong with it, and takes no signs for commands', async () => {
      expect(await ask('  ')).toMatchObject({ status: 422 });
      const long = await ask('转学'.repeat(200));
      expect(long.status).toBe(422);
      expect(long.body).toContain('问题超过200个字');
      const hostile = await ask(`转学<script>alert(1)</script>' & | ! (:*)`);
      expect(hostile.body).not.toContain('<script>alert');
      for (const question of ['???', '的的的的', "';drop schema knowledge;--", '\u0000\u0001abc']) {
        expect([200, 422]).toContain((await ask(question)).status);
      }
    });

    it('answers nothing from what is no longer in force', async () => {
      const old = await test.takeIn(
        policyContent({ title: '明湖区教育局关于校服采购的通知', text: '校服每套不超过三百元，由家长委员会决定。' }),
      );
      await test.modules.search.service.follower.catchUp();
      expect((await ask('校服每套不超过多少元')).body).toContain('三百元');
      await test.takeIn(
        policyContent({
          title: '明湖区教育局关于废止校服采购通知的通知',
          text: '现予废止。',
          relations: [{ type: 'repeals', publicationId: old.id, address: null, title: null, on: '2026-02-01' }],
        }),
      );
      await test.modules.search.service.follower.catchUp();
      await test.settled();
      expect((await ask('校服每套不超过多少元')).body).not.toContain('三百元');
    });

    it('keeps questions masked and counted, never with who asked, and what may name somebody not at all', async () => {
      await ask(`身份证${IDENTITY}的孩子能转学吗`);
      await ask('王小芳老师住翠竹路88弄12号能转学吗');
      await ask('地铁二号线几点发车');
      const texts = (await kept()).map((row) => row.text).join('\n');
      for (const secret of [IDENTITY, '王小芳', '88弄']) expect(texts).not.toContain(secret);
      const { asked } = test.modules.knowledge.service;
      expect(await asked.inVain(30, 10)).toContainEqual({
        text: '地铁二号线几点发车',
        times: 2,
        firstOn: '2026-03-02',
        lastOn: '2026-03-02',
      });
    });

    it('forgets them after half a year', async () => {
      test.platform.clock.set(new Date('2026-10-02T09:00:00+08:00'));
      await test.modules.knowledge.service.asked.forgetOld();
      expect(await kept()).toEqual([]);
      test.platform.clock.set(new Date('2026-03-02T09:00:00+08:00'));
    });
  });

  describe('with a model plugged in', () => {
    let modelled: TestKnowledge;
    const askModel = (question: string) => modelled.modules.knowledge.service.answers.ask(question);

    beforeAll(async () => {
      const { composeModules } = await import('../../../app.ts');
      const config = {
        ...test.platform.config,
        answerModel: { url: model.url, name: 'gov-small', key: undefined, timeoutMs: 20_000 },
      };
      modelled = { ...test, modules: composeModules({ ...test.platform, config }) };
    });

    it('shows what it says when every sentence stands on a passage', async () => {
      model.behave((_, response) => says(response, '监护人可以在每学期开学前两周提出转学申请[1]。'));
      expect((await askModel('转学申请什么时候提出')).sentences).toEqual([
        { text: '监护人可以在每学期开学前两周提出转学申请。', cites: [1] },
      ]);
    });

    it('shows the passages alone when it lies or fails', async () => {
      model.behave((_, response) => says(response, '转学随时可以申请，收费三百元。'));
      const lied = await askModel('转学申请什么时候提出');
      expect(lied.sentences).toBeNull();
      expect(lied.passages.length).toBeGreaterThan(0);
      model.behave((_, response) => void response.writeHead(503).end());
      expect((await askModel('转学申请什么时候提出')).sentences).toBeNull();
    });

    it('is asked nothing when nothing is known, and nothing that may name somebody', async () => {
      model.asked.splice(0);
      model.behave((_, response) => says(response, '不知道'));
      await askModel('地铁二号线几点发车');
      await askModel('王小芳的孩子转学申请什么时候提出');
      expect(model.asked).toEqual([]);
      await askModel(`身份证${IDENTITY}转学申请什么时候提出`);
      expect(JSON.stringify(model.asked)).not.toContain(IDENTITY);
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AnswerModel } from './answer-model.ts';
import { type ModelServer, openModelServer, says } from './model-server.fixtures.ts';

const PASSAGES = ['租金按同地段市场租金的百分之六十五确定，每两年评估一次。', '累计租住不超过六年。'];
const GOOD = '租金按同地段市场租金的百分之六十五确定[1]。累计租住不超过六年[2]。';

let server: ModelServer;
const model = (timeoutMs = 20_000) => new AnswerModel({ url: server.url, name: 'gov-small', key: 'secret', timeoutMs });

beforeAll(async () => {
  server = await openModelServer();
});
afterAll(() => server.close());
beforeEach(() => void server.asked.splice(0));

describe('a model that is plugged in', () => {
  it('is given the passages and the question, its name and its key, and nothing else', async () => {
    server.behave((_, response) => says(response, GOOD));
    expect(await model().answer('公租房租金怎么定', PASSAGES)).toHaveLength(2);
    const [asked] = server.asked;
    expect(asked?.authorization).toBe('Bearer secret');
    expect(Object.keys(asked?.body ?? {}).sort()).toEqual(['max_tokens', 'messages', 'model', 'stream', 'temperature']);
    expect(asked?.body.messages).toHaveLength(2);
    expect(asked?.body.messages[1]?.content).toBe(
      `段落：\n[1] ${PASSAGES[0]}\n[2] ${PASSAGES[1]}\n\n问题：公租房租金怎么定`,
    );
  });

  it('that lies without naming a passage is not heard', async () => {
    server.behave((_, response) => says(response, '租金全免，请直接到街道领取钥匙。'));
    expect(await model().answer('公租房租金怎么定', PASSAGES)).toBeNull();
  });

  it('that lies under the name of a passage is not heard', async () => {
    server.behave((_, response) => says(response, '租金按同地段市场租金的百分之三十五确定[1]。'));
    expect(await model().answer('公租房租金怎么定', PASSAGES)).toBeNull();
  });

  it('that says it does not know is not heard', async () => {
    server.behave((_, response) => says(response, '不知道'));
    expect(await model().answer('公租房租金怎么定', PASSAGES)).toBeNull();
  });

  it('that never answers is waited for no longer than was set', async () => {
    server.behave(() => {});
    expect(await model(300).answer('公租房租金怎么定', PASSAGES)).toBeNull();
    expect(server.asked).toHaveLength(1);
  });

  it.each<[string, Parameters<ModelServer['behave']>[0]]>([
    ['fails', (_, response) => void response.writeHead(500).end('{}')],
    ['speaks another language', (_, response) => void response.end('<html>')],
    ['answers in another shape', (_, response) => void response.end('{"choices":[]}')],
    ['breaks off', (_, response) => void response.destroy()],
    ['leads elsewhere', (_, response) => void response.writeHead(302, { location: 'http://203.0.113.9/' }).end()],
    ['says far too much', (_, response) => says(response, 'a'.repeat(300_000))],
  ])('that %s is not heard', async (_, behaviour) => {
    server.behave(behaviour);
    expect(await model().answer('公租房租金怎么定', PASSAGES)).toBeNull();
  });

  it('that is not there is not heard', async () => {
    const gone = new AnswerModel({ url: 'http://127.0.0.1:9/v1', name: 'x', key: undefined, timeoutMs: 5_000 });
    expect(await gone.answer('公租房租金怎么定', PASSAGES)).toBeNull();
  });
});

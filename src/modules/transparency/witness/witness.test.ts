import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../platform/http/server.fixtures.ts';
import { transparencyMigrations, transparencyModule } from '../index.ts';
import { openTestLog, someTexts, type TestLog, tamper } from '../log/log.fixtures.ts';
import { leafHash } from '../merkle/hash.ts';
import { formatCheckpoint, parseCheckpoint } from '../note/checkpoint.ts';
import { LOG_SIGNATURE, parseVerifierKey, signerKey, type VerifierKey } from '../note/note-key.ts';
import { formatNote, parseNote, parseSignatures } from '../note/signed-note.ts';
import { signNote, verifyNote } from '../note/verify-note.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { formatWitnessRequest, parseWitnessRequest } from './witness-request.ts';

let log: TestLog;
let city: TestServer & { readonly url: string; readonly key: VerifierKey };
beforeEach(async () => {
  log = await openTestLog();
  await log.service.sequence();
  city = await openWitness((await log.service.verifierKey()) ?? '');
});
afterEach(async () => {
  await city.close();
  await log.platform.close();
});

describe('a log and its witness', () => {
  it('the checkpoints that people see carry the witness’s signature', async () => {
    await ask();
    await log.append(...someTexts(3));
    await log.service.sequence();
    await ask();
    await ask();
    const note = parseNote((await log.service.checkpoint()) ?? '');
    const own = parseVerifierKey((await log.service.verifierKey()) ?? '') as VerifierKey;
    expect(note && verifyNote(note, [own, city.key])?.map(({ key }) => key.name)).toEqual([
      'localhost:8080/log',
      'city.example/log/witness',
    ]);
    const origin = createHash('sha256').update('localhost:8080/log').digest('hex');
    const seen = await city.app.inject(`/log/witness/${origin}/checkpoint`);
    expect(seen.body).toBe(await log.service.checkpoint());
  });

  it('find each other again when the log has forgotten how far the witness came', async () => {
    await log.append(...someTexts(2));
    await log.service.sequence();
    await ask();
    await tamper(log, 'delete from transparency.cosignature');
    await log.append(...someTexts(2));
    await log.service.sequence();
    await ask();
    expect(((await log.service.checkpoint()) ?? '').split('— ')).toHaveLength(3);
  });

  it('a rewritten log gets no signature, and its keeper is told', async () => {
    await log.append(...someTexts(2));
    await log.service.sequence();
    await ask();
    const other = await openTestLog();
    const key = log.platform.config.logFolder;
    await (await import('node:fs/promises')).cp(`${key}/log.key`, `${other.platform.config.logFolder}/log.key`, {
      recursive: true,
    });
    await other.append(...someTexts(4));
    await other.service.sequence();
    await expect(askWitnesses(other.platform, [city])).rejects.toThrow('改动了已见证的内容');
    await other.platform.close();
  });

  it('a log older than what the witness saw is told so', async () => {
    const older = await openTestLog();
    const { cp } = await import('node:fs/promises');
    await cp(`${log.platform.config.logFolder}/log.key`, `${older.platform.config.logFolder}/log.key`, {
      recursive: true,
    });
    await older.append(...someTexts(1));
    await older.service.sequence();
    await log.append(...someTexts(3));
    await log.service.sequence();
    await ask();
    await expect(askWitnesses(older.platform, [city])).rejects.toThrow('见证方见过的日志有 3 条');
    await older.platform.close();
  });

  it('a witness that does not answer is named', async () => {
    await expect(askWitnesses(log.platform, [{ ...city, url: 'http://127.0.0.1:1' }])).rejects.toThrow(
      'city.example/log/witness',
    );
  });
});

describe('add-checkpoint', () => {
  it('refuses what is no request', async () => {
    for (const body of ['', '\n\n', 'old 00\n\n', 'old 1\nAAAA\n\n', 'old 0\n\nfoo\n']) {
      expect((await send(body)).statusCode, body).toBe(400);
    }
  });

  it('refuses a log that it does not know, a false signature and sizes that run backwards', async () => {
    const checkpoint = (await log.service.checkpoint()) ?? '';
    const stranger = signerKey('stranger.example', LOG_SIGNATURE, Buffer.alloc(32, 9));
    const text = formatCheckpoint({ origin: stranger.name, size: 0, root: leafHash(Buffer.of()) });
    const strange = formatNote({ text, signatures: [signNote(text, stranger)] });
    expect((await send(formatWitnessRequest({ oldSize: 0, proof: [], checkpoint: strange }))).statusCode).toBe(404);
    const false_ = checkpoint.replace('\n0\n', '\n1\n');
    expect((await send(formatWitnessRequest({ oldSize: 0, proof: [], checkpoint: false_ }))).statusCode).toBe(403);
    expect((await send(formatWitnessRequest({ oldSize: 1, proof: [], checkpoint }))).statusCode).toBe(400);
  });

  it('tells the size it has, and wants a proof that holds', async () => {
    await log.append(...someTexts(3));
    await log.service.sequence();
    await ask();
    await log.append(...someTexts(1));
    await log.service.sequence();
    const checkpoint = (await log.service.checkpoint()) ?? '';
    const conflict = await send(formatWitnessRequest({ oldSize: 0, proof: [], checkpoint }));
    expect([conflict.statusCode, conflict.headers['content-type'], conflict.body]).toEqual([
      409,
      'text/x.tlog.size',
      '3\n',
    ]);
    expect((await send(formatWitnessRequest({ oldSize: 3, proof: [], checkpoint }))).statusCode).toBe(422);
    const proof = [leafHash(Buffer.from('x')), leafHash(Buffer.from('y'))];
    expect((await send(formatWitnessRequest({ oldSize: 3, proof, checkpoint }))).statusCode).toBe(422);
  });

  it('cosigns the same tree again, with the new time', async () => {
    const checkpoint = (await log.service.checkpoint()) ?? '';
    const body = formatWitnessRequest({ oldSize: 0, proof: [], checkpoint });
    const times = [];
    for (const now of ['2026-03-02T10:00:00Z', '2026-03-02T10:00:05Z']) {
      city.platform.clock.set(now);
      const signatures = parseSignatures((await send(body)).body) ?? [];
      times.push(verifyNote({ text: parseNote(checkpoint)?.text ?? '', signatures }, [city.key])?.[0]?.time);
    }
    expect(times).toEqual([1_772_445_600, 1_772_445_605]);
  });

  it('does not forget what it vouched for when its database is rolled back', async () => {
    await log.append(...someTexts(3));
    await log.service.sequence();
    await ask();
    await city.platform.database.pool.query('delete from transparency.witnessed');
    const checkpoint = (await log.service.checkpoint()) ?? '';
    const answer = await send(formatWitnessRequest({ oldSize: 0, proof: [], checkpoint }));
    expect([answer.statusCode, answer.body]).toEqual([409, '3\n']);
  });

  it('never vouches for two truths, however many ask at once', async () => {
    const key = await import('../log/log-folder.ts').then(({ LogFolder }) =>
      new LogFolder(log.platform.config.logFolder).readKey('log'),
    );
    if (!key) throw new Error('no key');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => {
        const text = formatCheckpoint({ origin: key.name, size: 1, root: leafHash(Buffer.from(String(at))) });
        const checkpoint = formatNote({ text, signatures: [signNote(text, key)] });
        return send(formatWitnessRequest({ oldSize: 0, proof: [], checkpoint }));
      }),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(11).fill(409)]);
  });

  it('takes the body whatever its content type, up to 64 KB', async () => {
    const body = formatWitnessRequest({ oldSize: 0, proof: [], checkpoint: (await log.service.checkpoint()) ?? '' });
    for (const type of ['application/octet-stream', 'application/json', 'text/plain']) {
      const answer = await city.app.inject({
        method: 'POST',
        url: '/log/witness/add-checkpoint',
        body,
        headers: { 'content-type': type },
      });
      expect(answer.statusCode, type).toBe(200);
    }
    expect((await send('x'.repeat(70_000))).statusCode).toBe(413);
  });

  it('reads back what it writes', () => {
    const request = { oldSize: 7, proof: [leafHash(Buffer.of(1))], checkpoint: 'a\n\nb\n' };
    expect(parseWitnessRequest(formatWitnessRequest(request))).toEqual(request);
    expect(
      parseWitnessRequest(formatWitnessRequest({ ...request, proof: Array(64).fill(leafHash(Buffer.of())) })),
    ).toBeUndefined();
    expect(parseCheckpoint('x')).toBeUndefined();
  });
});

const ask = () => askWitnesses(log.platform, [city]);

function send(body: string) {
  return city.app.inject({
    method: 'POST',
    url: '/log/witness/add-checkpoint',
    body,
    headers: { 'content-type': 'text/plain' },
  });
}

/** Another installation, listening, that knows the log by its key. */
async function openWitness(logKey: string) {
  const server = await openTestServer((app, platform) => transparencyModule(platform).routes?.(app), {
    migrations: transparencyMigrations,
    env: { MINGCHUANG_ORIGIN: 'https://city.example', MINGCHUANG_WITNESSED_LOGS: logKey },
  });
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const key = parseVerifierKey((await server.app.inject('/log/witness/key')).body.trim());
  if (!key) throw new Error('the witness has no key');
  return { ...server, url: `${origin}/log/witness`, key };
}

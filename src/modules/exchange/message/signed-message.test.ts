import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimedHash, contentDigest } from './content-digest.ts';
import { ExchangeKeyFile, isPublicKey, type OwnKey } from './exchange-key.ts';
import { type SignedRequest, signRequest, signResponse, verifyRequest, verifyResponse } from './signed-message.ts';

const NOW = new Date('2026-03-02T01:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

describe('signed messages (RFC 9421, RFC 9530)', () => {
  let folder: string;
  let district: OwnKey;
  let city: OwnKey;
  let request: SignedRequest;
  const known = async (keyId: string) => [district, city].find((key) => key.keyId === keyId);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingchuang-exchange-'));
    district = await new ExchangeKeyFile(join(folder, 'district')).own();
    city = await new ExchangeKeyFile(join(folder, 'city')).own();
    const plain = {
      method: 'POST',
      path: '/exchange/v1/filings?a=1',
      headers: { 'content-digest': contentDigest(Buffer.from('{}')), 'exchange-to': city.keyId },
    };
    request = { ...plain, headers: await signRequest(district, plain, NOW) };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('knows who signed', async () => {
    const verified = await verifyRequest(request, known, later(30_000));
    expect(verified.keyId).toBe(district.keyId);
    expect(verified.nonce).toMatch(/^[\w-]{24}$/);
    expect(claimedHash(request.headers['content-digest'])).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });

  it.each([
    ['another path', (r: SignedRequest) => ({ ...r, path: '/exchange/v1/filings?a=2' })],
    ['another method', (r: SignedRequest) => ({ ...r, method: 'PUT' })],
    [
      'another digest',
      (r: SignedRequest) => ({ ...r, headers: { ...r.headers, 'content-digest': contentDigest(Buffer.from('[]')) } }),
    ],
    ['another receiver', (r: SignedRequest) => ({ ...r, headers: { ...r.headers, 'exchange-to': '0'.repeat(32) } })],
    [
      'fewer parts signed',
      (r: SignedRequest) => ({
        ...r,
        headers: { ...r.headers, 'signature-input': (r.headers['signature-input'] ?? '').replace('"exchange-to"', '') },
      }),
    ],
    [
      'a later expiry',
      (r: SignedRequest) => ({
        ...r,
        headers: {
          ...r.headers,
          'signature-input': (r.headers['signature-input'] ?? '').replace(
            /expires=(\d+)/,
            (_, at) => `expires=${+at + 9}`,
          ),
        },
      }),
    ],
    ['no signature', (r: SignedRequest) => ({ ...r, headers: { ...r.headers, signature: '' } })],
    [
      'garbage',
      (r: SignedRequest) => ({ ...r, headers: { ...r.headers, signature: 'sig=;;;', 'signature-input': '=(' } }),
    ],
    [
      'two signatures',
      (r: SignedRequest) => ({
        ...r,
        headers: { ...r.headers, 'signature-input': `${r.headers['signature-input']}, other=("@method")` },
      }),
    ],
  ])('refuses %s', async (_, change) => {
    await expect(verifyRequest(change(request), known, NOW)).rejects.toMatchObject({ status: 401 });
  });

  it('refuses what is old, what comes from the future, and keys that nobody registered', async () => {
    await expect(verifyRequest(request, known, later(200_000))).rejects.toMatchObject({ code: 'exchange-expired' });
    await expect(verifyRequest(request, known, later(-90_000))).rejects.toMatchObject({ code: 'exchange-expired' });
    await expect(verifyRequest(request, async () => undefined, NOW)).rejects.toMatchObject({
      code: 'exchange-key-unknown',
    });
    await expect(verifyRequest(request, async () => city, NOW)).rejects.toMatchObject({ code: 'exchange-signature' });
  });

  it('binds an answer to its request', async () => {
    const answer = { status: 200, headers: { 'content-digest': contentDigest(Buffer.from('receipt')) } };
    const signed = { status: 200, headers: await signResponse(city, answer, request, NOW) };
    expect((await verifyResponse(signed, request, known, NOW)).keyId).toBe(city.keyId);
    const again = { ...request, headers: await signRequest(district, request, NOW) };
    await expect(verifyResponse(signed, again, known, NOW)).rejects.toMatchObject({ code: 'exchange-signature' });
    await expect(verifyResponse({ ...signed, status: 500 }, request, known, NOW)).rejects.toMatchObject({
      status: 401,
    });
  });

  it('keeps one key for all processes, for its owner alone', async () => {
    const path = join(folder, 'shared');
    const [one, two] = await Promise.all([new ExchangeKeyFile(path).own(), new ExchangeKeyFile(path).own()]);
    expect(one.publicKey).toBe(two.publicKey);
    expect(isPublicKey(one.publicKey)).toBe(true);
    expect((await stat(join(path, 'exchange.key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(path, 'exchange.key'), 'utf8')).toContain('PRIVATE KEY');
  });
});

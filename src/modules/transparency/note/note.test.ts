import { describe, expect, it } from 'vitest';
import { EMPTY_ROOT, leafHash } from '../merkle/hash.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { newSeed, signBytes } from './ed25519.ts';
import {
  COSIGNATURE,
  formatSignerKey,
  formatVerifierKey,
  LOG_SIGNATURE,
  parseSignerKey,
  parseVerifierKey,
  type SignerKey,
  signerKey,
  type VerifierKey,
} from './note-key.ts';
import { formatNote, parseNote, parseSignatures } from './signed-note.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';
import { signNote, verifyNote } from './verify-note.ts';

const log = signerKey('log.example/明湖', LOG_SIGNATURE, Buffer.alloc(32, 1));
const witness = signerKey('witness.example', COSIGNATURE, Buffer.alloc(32, 2));
const checkpoint = formatCheckpoint({ origin: log.name, size: 1, root: leafHash(Buffer.from('one')) });
const signed = formatNote({ text: checkpoint, signatures: [signNote(checkpoint, log)] });

function check(text: string, keys: readonly VerifierKey[] = [log]) {
  const note = parseNote(text);
  return note && verifyNote(note, keys)?.map(({ key, time }) => [key.name, time]);
}

describe('Ed25519', () => {
  it('signs as RFC 8032 7.1 test 2', () => {
    const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
    const { publicKey } = signerKey('x', LOG_SIGNATURE, seed);
    expect(Buffer.from(publicKey).toString('hex')).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    expect(signBytes(seed, Buffer.of(0x72)).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });
});

describe('keys', () => {
  it('read back as they were written', () => {
    for (const key of [log, witness, signerKey('a', LOG_SIGNATURE, newSeed())]) {
      const { seed, ...verifier } = key;
      expect(parseVerifierKey(formatVerifierKey(key))).toEqual(verifier);
      expect(parseSignerKey(formatSignerKey(key))).toEqual({ ...verifier, seed });
    }
  });

  it('know a key of the Go checksum database', () => {
    const key = parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');
    expect(key).toMatchObject({ name: 'sum.golang.org', keyId: '033de0ae', type: LOG_SIGNATURE });
  });

  it.each([
    '',
    'a+b',
    'sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
    'sum.golang.com+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
    'sum.golang.org+033DE0AE+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
    'a b+00000000+AQ==',
  ])('%s is none', (text) => {
    expect(parseVerifierKey(text)).toBeUndefined();
    expect(parseSignerKey(text)).toBeUndefined();
    expect(parseSignerKey(`PRIVATE+KEY+${text}`)).toBeUndefined();
  });

  it('have names without spaces and plus signs', () => {
    for (const name of ['', 'a b', 'a\u3000b', 'a+b', 'a\u0085b', 'a\nb']) {
      expect(() => signerKey(name, LOG_SIGNATURE, newSeed())).toThrow('no name of a key');
    }
  });
});

describe('a signed note', () => {
  it('as the Go checksum database’s documentation shows it', () => {
    const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW') as VerifierKey;
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    expect(check(text, [key])).toEqual([['PeterNeumann', undefined]]);
    expect(check(text.replace('answer', 'Answer'), [key])).toBeUndefined();
  });

  it('is verified with the keys that are known, the others are passed over', () => {
    expect(check(signed)).toEqual([[log.name, undefined]]);
    expect(check(signed, [])).toEqual([]);
    const other = signerKey(log.name, LOG_SIGNATURE, newSeed());
    const both = formatNote({ text: checkpoint, signatures: [signNote(checkpoint, other), signNote(checkpoint, log)] });
    expect(check(both)).toEqual([[log.name, undefined]]);
  });

  it('falls as a whole when a known key’s signature is false', () => {
    const { name, keyId } = witness;
    const forged = { name, keyId, signature: Buffer.alloc(72) };
    const note = formatNote({ text: checkpoint, signatures: [signNote(checkpoint, log), forged] });
    expect(check(note, [log])).toHaveLength(1);
    expect(check(note, [log, witness])).toBeUndefined();
  });

  it('may have empty lines in its text', () => {
    const text = 'one\n\n\ntwo\n';
    expect(check(formatNote({ text, signatures: [signNote(text, log)] }))).toHaveLength(1);
  });

  it('loses its worth with any bit of it', () => {
    const bytes = Buffer.from(signed);
    for (let at = 0; at < bytes.length * 8; at += 1) {
      const bent = Buffer.from(bytes);
      bent[at >> 3] = (bent[at >> 3] ?? 0) ^ (1 << (at & 7));
      // Invalid UTF-8 becomes replacement characters, which are no part of any signature either.
      expect(check(bent.toString('utf8'))?.length ?? 0, `bit ${at}`).toBe(0);
    }
  });

  it.each([
    ['no signature', checkpoint],
    ['an empty one', `${checkpoint}\n`],
    ['no last newline', signed.slice(0, -1)],
    ['a control character', signed.replace('\n1\n', '\n1\t\n')],
    ['a carriage return', signed.replaceAll('\n', '\r\n')],
    ['half a character', signed.replace('明', '\ud800')],
    ['a hyphen for the dash', signed.replace('—', '-')],
    ['two spaces', signed.replace('— ', '—  ')],
    ['bad Base64', signed.replace(/.{4}\n$/, '!!!!\n')],
    ['a key id alone', signed.replace(/\S+\n$/, 'AAAAAA==\n')],
    ['more lines than anybody signs', signed + signed.slice(checkpoint.length + 1).repeat(100)],
    ['nothing', ''],
  ])('with %s is none', (_what, text) => expect(parseNote(text)).toBeUndefined());

  it('is taken with sixteen signatures', () => {
    expect(check(signed + signed.slice(checkpoint.length + 1).repeat(15))).toHaveLength(16);
    expect(parseSignatures('')).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  it('reads back, extension lines left aside', () => {
    const { root, ...rest } = parseCheckpoint(`${checkpoint}more\n`) ?? { root: EMPTY_ROOT };
    expect(rest).toEqual({ origin: log.name, size: 1 });
    expect(root).toEqual(leafHash(Buffer.from('one')));
  });

  it.each([
    ['needless zeros', checkpoint.replace('\n1\n', '\n01\n')],
    ['a sign', checkpoint.replace('\n1\n', '\n-1\n')],
    ['a size beyond counting', checkpoint.replace('\n1\n', '\n9999999999999999\n')],
    ['a short root', checkpoint.replace(/\S{4}\n$/, '\n')],
    ['no origin', checkpoint.replace(/^.*/, '')],
    ['an empty extension line', `${checkpoint}\n`],
    ['no last newline', checkpoint.slice(0, -1)],
  ])('with %s is none', (_what, text) => expect(parseCheckpoint(text)).toBeUndefined());
});

describe('a cosignature', () => {
  const cosigned = (key: SignerKey, time: number) =>
    formatNote({ text: checkpoint, signatures: [signNote(checkpoint, log), cosign(checkpoint, key, time)] });

  it('tells when the witness saw the checkpoint', () => {
    expect(check(cosigned(witness, 1_679_315_147), [log, witness])).toEqual([
      [log.name, undefined],
      [witness.name, 1_679_315_147],
    ]);
  });

  it('stands for its time and its checkpoint only', () => {
    const note = parseNote(cosigned(witness, 1_000));
    const moved = Buffer.from(note?.signatures[1]?.signature ?? []);
    moved.writeBigUInt64BE(1_001n);
    const { name, keyId } = witness;
    expect(
      check(formatNote({ text: checkpoint, signatures: [{ name, keyId, signature: moved }] }), [witness]),
    ).toBeUndefined();
    expect(check(cosigned(witness, 1_000).replace('\n1\n', '\n2\n'), [witness])).toBeUndefined();
  });

  it('is not a log’s signature, nor the other way round', () => {
    const plain = { ...signNote(checkpoint, witness) };
    expect(check(formatNote({ text: checkpoint, signatures: [plain] }), [witness])).toBeUndefined();
  });
});

describe('a receipt', () => {
  const proof = { extra: Buffer.from('{"salt":"…"}'), index: 0, proof: [], checkpoint: signed };

  it('reads back and holds for its leaf and log only', () => {
    const parsed = parseTlogProof(formatTlogProof(proof));
    expect(parsed).toEqual(proof);
    const holds = (leaf: string, key: VerifierKey = log) =>
      parsed && verifyTlogProof(parsed, leafHash(Buffer.from(leaf)), key);
    expect(holds('one')).toBe(true);
    expect(holds('two')).toBe(false);
    expect(holds('one', signerKey('log.example', LOG_SIGNATURE, log.seed))).toBe(false);
    expect(holds('one', signerKey(log.name, LOG_SIGNATURE, newSeed()))).toBe(false);
  });

  it('may go without extra data', () => {
    const { extra: _, ...bare } = proof;
    expect(parseTlogProof(formatTlogProof({ ...bare, extra: undefined }))?.extra).toBeUndefined();
  });

  it.each([
    ['another first line', 'c2sp.org/tlog-proof@v2\nindex 0\n\n'],
    ['no index', 'c2sp.org/tlog-proof@v1\n\n'],
    ['needless zeros', 'c2sp.org/tlog-proof@v1\nindex 00\n\n'],
    ['a short hash', 'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n'],
    ['bad extra data', 'c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\n'],
    ['no end', 'c2sp.org/tlog-proof@v1\nindex 0\n'],
    ['too many hashes', `c2sp.org/tlog-proof@v1\nindex 0\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n`],
  ])('with %s is none', (_what, text) => expect(parseTlogProof(text)).toBeUndefined());
});

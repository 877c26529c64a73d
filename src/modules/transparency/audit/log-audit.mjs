#!/usr/bin/env node
// 公开存证日志独立核验程序（Apache-2.0）。只需 Node 20 以上，不依赖其他任何文件，也不与网站程序共用代码。
//   node log-audit.mjs https://网站地址 [--state 状态文件] [--key 日志公钥] [--witness 见证方公钥]… [--log-only]
//   node log-audit.mjs receipt 凭证文件 [--key 日志公钥] [要核对的文件]…
// 退出码：0 未发现问题；1 发现问题；2 无法完成核验。
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = 'node log-audit.mjs 网站地址 [--state 状态文件] [--key 公钥] [--witness 公钥]… [--log-only]';
const WIDTH = 256;
const TEXT_BEGIN = Buffer.from('<div id="text" class="text">');
const TEXT_END = Buffer.from('</div><!--/text-->');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);
const base64 = (bytes) => bytes.toString('base64');

/** Something is wrong with what the site shows; everything else that is thrown means that it could not be checked. */
class Wrong extends Error {}

/** Heads of the full subtrees of a tree, larger first: enough to go on from and to reckon the root. */
export class Peaks {
  constructor(saved = []) {
    this.list = saved.map(({ width, hash }) => ({ width, hash: Buffer.from(hash, 'base64') }));
  }

  get size() {
    return this.list.reduce((sum, { width }) => sum + width, 0);
  }

  push(hash) {
    let head = { width: 1, hash };
    while (this.list.at(-1)?.width === head.width) {
      head = { width: head.width * 2, hash: nodeHash(this.list.pop().hash, head.hash) };
    }
    this.list.push(head);
  }

  root() {
    const hashes = this.list.map(({ hash }) => hash);
    return hashes.length === 0 ? sha256() : hashes.reduceRight((right, left) => nodeHash(left, right));
  }

  toJSON() {
    return this.list.map(({ width, hash }) => ({ width, hash: base64(hash) }));
  }
}

/** A C2SP vkey: 01 is a log's own signature, 04 a witness's. */
export function readKey(text) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  const isKnown = bytes.length === 33 && (bytes[0] === 1 || bytes[0] === 4);
  if (!isKnown || sha256(`${name}\n`, bytes).toString('hex').slice(0, 8) !== id) {
    throw new Error(`公钥“${text.trim().slice(0, 200)}”无法识别`);
  }
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return {
    text: text.trim(),
    name,
    id,
    type: bytes[0],
    public: createPublicKey({ key: der, format: 'der', type: 'spki' }),
  };
}

/** Reads a checkpoint that the log's key has signed. Names of the witnesses whose signatures hold are given with it. */
export function openCheckpoint(note, key, witnesses = []) {
  const gap = note.lastIndexOf('\n\n');
  const text = note.slice(0, gap + 1);
  const [origin, count, root] = text.split('\n');
  const size = Number(count);
  const hash = Buffer.from(root ?? '', 'base64');
  if (gap < 0 || !/^\d{1,15}$/.test(count ?? '') || hash.length !== 32) throw new Wrong('检查点无法读取');
  const lines = note
    .slice(gap + 2)
    .split('\n')
    .slice(0, -1);
  if (origin !== key.name || !lines.some((line) => isSignedBy(line, text, key))) {
    throw new Wrong('检查点没有日志公钥的有效签名');
  }
  const cosigned = witnesses.filter((witness) => lines.some((line) => isSignedBy(line, text, witness)));
  return { origin, size, root: hash, cosigned: cosigned.map(({ name }) => name) };
}

function isSignedBy(line, text, key) {
  const [dash, name, encoded, ...rest] = line.split(' ');
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (dash !== '—' || name !== key.name || rest.length > 0 || bytes.subarray(0, 4).toString('hex') !== key.id)
    return false;
  if (key.type === 1) return verify(null, Buffer.from(text), key.public, bytes.subarray(4));
  const time = bytes.length === 76 ? bytes.readBigUInt64BE(4) : 0n;
  return verify(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), key.public, bytes.subarray(12));
}

/** Whether `proof` leads from the leaf to the root (RFC 9162 2.1.3.2). */
export function isIncluded(hash, index, { size, root }, proof) {
  if (!(index >= 0 && index < size)) return false;
  let [at, last, reached] = [index, size - 1, hash];
  for (const other of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      reached = nodeHash(other, reached);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else reached = nodeHash(reached, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && reached.equals(root);
}

class Site {
  constructor(url) {
    this.base = url.replace(/\/+$/, '');
  }

  /** @returns status and bytes; waits when the site asks for patience. */
  async get(path) {
    for (let attempt = 1; ; attempt += 1) {
      const signal = AbortSignal.timeout(30_000);
      const headers = { 'cache-control': 'no-cache' };
      const response = await fetch(this.base + path, { redirect: 'manual', signal, headers });
      const body = Buffer.from(await response.arrayBuffer());
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || attempt === 4) return { status: response.status, body };
      await pause(Math.min(Number(response.headers.get('retry-after')) || attempt * 5, 60));
    }
  }

  async must(path) {
    const { status, body } = await this.get(path);
    if (status !== 200) throw new Error(`${path} 返回 ${status}`);
    return body;
  }

  async tile(kind, index, width) {
    const digits = String(index);
    const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g);
    const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
    return this.must(`/log/tile/${kind}/${place}${width === WIDTH ? '' : `.p/${width}`}`);
  }
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Reads the new part of the log and compares its tiles; the tree must begin with the one of the state. */
async function readLog(site, key, witnesses, state) {
  const checkpoint = openCheckpoint((await site.must('/log/checkpoint')).toString(), key, witnesses);
  const { size, root } = checkpoint;
  if (size < state.size) throw new Wrong(`日志变短了：上次核验时有 ${state.size} 条，现在只有 ${size} 条`);
  const peaks = new Peaks(state.peaks);
  const documents = structuredClone(state.documents);
  for (let first = Math.floor(state.size / WIDTH) * WIDTH; first < size; first += WIDTH) {
    const width = Math.min(WIDTH, size - first);
    const [bundle, tile] = [await site.tile('entries', first / WIDTH, width), await site.tile(0, first / WIDTH, width)];
    const entries = splitBundle(bundle, width, first);
    const hashes = entries.map(leafHash);
    if (!Buffer.concat(hashes).equals(tile)) throw new Wrong(`第 ${first} 条起的存证内容与哈希瓦片不符`);
    for (let at = Math.max(0, state.size - first); at < width; at += 1) {
      peaks.push(hashes[at]);
      keepEvent(documents, entries[at], first + at);
    }
    if (width === WIDTH) await compareUpper(site, size, first / WIDTH, hashes);
  }
  const isFirst = state.size === 0;
  if (!peaks.root().equals(root) && isFirst) throw new Wrong('存证条目与签名的检查点不符');
  if (!peaks.root().equals(root)) throw new Wrong('日志不是上次核验时的延续：此前的存证被改动、删除或替换');
  return { checkpoint, state: { ...state, size, root: base64(root), peaks: peaks.toJSON(), documents } };
}

function splitBundle(bytes, count, first) {
  const entries = [];
  for (let at = 0; at + 2 <= bytes.length; at += 2 + bytes.readUInt16BE(at)) {
    entries.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
  }
  const length = entries.reduce((sum, entry) => sum + entry.length + 2, 0);
  if (entries.length !== count || length !== bytes.length) throw new Wrong(`第 ${first} 条起的存证条目不完整`);
  return entries;
}

/** The head of a full tile stands in the tile above, and so on up. */
async function compareUpper(site, size, tileIndex, tileHashes) {
  for (let level = 1, index = tileIndex, hashes = tileHashes; ; level += 1, index = Math.floor(index / WIDTH)) {
    const peaks = new Peaks();
    for (const hash of hashes) peaks.push(hash);
    const above = Math.floor(index / WIDTH);
    const width = Math.min(WIDTH, Math.floor(size / WIDTH ** level) - above * WIDTH);
    const tile = await site.tile(level, above, width);
    const at = (index % WIDTH) * 32;
    if (!tile.subarray(at, at + 32).equals(peaks.root())) throw new Wrong(`哈希瓦片 ${level}/${above} 与存证内容不符`);
    if (index % WIDTH !== WIDTH - 1) return;
    hashes = Array.from({ length: WIDTH }, (_, n) => tile.subarray(n * 32, n * 32 + 32));
  }
}

/** The newest event of each publication, and the hashes of its newest form. */
function keepEvent(documents, entry, index) {
  const leaf = parseJson(entry);
  if (leaf?.schema !== 1 || !Number.isSafeInteger(leaf.number) || !Array.isArray(leaf.manifest)) return;
  const { number, event, ordinal, at, manifest } = leaf;
  const form = manifest.length > 0 ? { index, ordinal, manifest } : (documents[number]?.form ?? null);
  documents[number] = { event, at, index, form };
}

function parseJson(bytes) {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

const IS_OPEN = new Set(['published', 'amended', 'restored', 'withdrawn']);
const IS_GONE = new Set(['removed', 'erased']);

/** Compares what the site serves of a publication with what the log says of it. @returns Chinese sentences */
async function checkDocument(site, number, { event, form }) {
  const record = await site.get(`/documents/${number}/record.json`);
  if (IS_GONE.has(event)) return record.status === 200 ? ['日志记载已移除，内容却仍可读取'] : [];
  if (!IS_OPEN.has(event) || !form) return [];
  const page = await site.get(`/documents/${number}`);
  if (page.status !== 200 || record.status !== 200) {
    return [`日志记载为公开，页面却读不到（页面 ${page.status}，记录 ${record.status}），可能被悄悄移除`];
  }
  const proof = parseJson(await site.must(`/documents/${number}/proof.json`));
  if (!/^[0-9a-f]{64}$/.test(proof?.salt ?? '')) return ['公开凭证缺少核对用的随机数'];
  const salt = Buffer.from(proof.salt, 'hex');
  const found = [];
  for (const { path, hash } of form.manifest) {
    const bytes = await bytesOf(site, number, path, page.body, record.body);
    if (typeof bytes === 'string') found.push(bytes);
    else if (sha256(salt, bytes).toString('hex') === hash) continue;
    else found.push(`${wordOf(path)}与日志中的指纹不符，可能被悄悄改动`);
  }
  return found;
}

/** @returns the bytes that are served, or a sentence when there are none */
async function bytesOf(site, number, path, page, record) {
  if (path === 'record.json') return record;
  if (path === 'text') {
    const begin = page.indexOf(TEXT_BEGIN);
    const end = page.indexOf(TEXT_END, begin);
    const isMore = page.indexOf(TEXT_BEGIN, begin + 1) >= 0 || page.indexOf(TEXT_END, end + 1) >= 0;
    return begin >= 0 && end >= 0 && !isMore ? page.subarray(begin + TEXT_BEGIN.length, end) : '页面上找不到正文';
  }
  const { attachments = [], pictures = [] } = parseJson(record) ?? {};
  const files = new Map();
  for (const file of [...attachments, ...pictures]) if (!files.has(file.sha256)) files.set(file.sha256, file);
  const file = [...files.values()][Number(/^files\/(\d+)$/.exec(path)?.[1]) - 1];
  if (!file) return `${wordOf(path)}在公开记录中没有列出`;
  const name = encodeURIComponent(file.name ?? 'picture');
  const { status, body } = await site.get(`/documents/${number}/files/${file.sha256}/${name}`);
  return status === 200 ? body : `${wordOf(path)}读不到（${status}），可能被悄悄移除`;
}

function wordOf(path) {
  return { 'record.json': '公开记录', text: '正文' }[path] ?? `附件 ${path.replace('files/', '')}`;
}

/**
 * Checks a site once. `state` is what an earlier check returned; without it the log's key is taken on trust.
 * `findings` are Chinese sentences; empty: nothing wrong was found.
 */
export async function audit(
  url,
  { state: before, key: givenKey, witnesses = [], logOnly = false, settleSeconds = 3 } = {},
) {
  const site = new Site(url);
  const shown = (await site.must('/log/key')).toString().trim();
  const key = readKey(before?.key ?? givenKey ?? shown);
  const isOther = [before?.key, givenKey].some((expected) => expected && expected.trim() !== shown);
  const findings = isOther ? ['网站公布的日志公钥与您掌握的不同，日志可能被另起炉灶'] : [];
  const fresh = { key: key.text, size: 0, root: base64(sha256()), peaks: [], documents: {} };
  const result = { findings, size: before?.size ?? 0, documents: 0, cosigned: [], state: before };
  try {
    const keys = witnesses.map(readKey);
    const { checkpoint, state } = await readLog(site, key, keys, before ?? fresh);
    const { size, cosigned } = checkpoint;
    for (const { name } of keys) if (!cosigned.includes(name)) findings.push(`最新检查点没有见证方 ${name} 的签名`);
    const numbers = logOnly ? [] : Object.keys(state.documents);
    Object.assign(result, { size, cosigned, documents: numbers.length, state });
    let suspects = await checkDocuments(site, state.documents, numbers);
    if (suspects.length > 0) {
      // What was changed openly while we were reading is in the log by now.
      await pause(settleSeconds);
      result.state = (await readLog(site, key, [], state)).state;
      const again = suspects.map(({ number }) => number);
      suspects = await checkDocuments(site, result.state.documents, again);
    }
    findings.push(...suspects.flatMap(({ number, found }) => found.map((one) => `/documents/${number}：${one}`)));
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    findings.push(error.message);
  }
  return result;
}

async function checkDocuments(site, documents, numbers) {
  const suspects = [];
  const queue = [...numbers];
  const work = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const found = await checkDocument(site, number, documents[number]);
      if (found.length > 0) suspects.push({ number, found });
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return suspects.sort((a, b) => a.number - b.number);
}

/**
 * Checks a receipt without the network: a `.tlog-proof`, or the `proof.json` of a document. @param files bytes to compare, by name
 * @returns Chinese sentences: what holds and what does not
 */
export function checkReceipt(text, files, keyText) {
  const { leaf, salt, index, proof, note } = readReceipt(text);
  const key = readKey(keyText);
  const checkpoint = openCheckpoint(note, key);
  if (!isIncluded(leafHash(leaf), index, checkpoint, proof)) throw new Wrong('凭证不成立：存证不在签名的日志中');
  const { event, number, ordinal, at, manifest = [] } = parseJson(leaf) ?? {};
  const lines = [`凭证成立：日志 ${key.name} 第 ${index} 条，${at} ${event}，/documents/${number} 第 ${ordinal} 版`];
  let isGood = true;
  for (const [name, bytes] of files) {
    const entry = manifest.find(({ hash }) => hash === sha256(Buffer.from(salt ?? '', 'hex'), bytes).toString('hex'));
    isGood &&= entry !== undefined;
    lines.push(entry ? `${name}：与存证的${wordOf(entry.path)}一致` : `${name}：与存证不符`);
  }
  return { isGood, lines };
}

function readReceipt(text) {
  if (text.trimStart().startsWith('{')) {
    const { leaf, salt, placed } = JSON.parse(text);
    if (!placed) throw new Error('这份凭证下载时存证尚未签名，请重新下载');
    const proof = placed.proof.map((hash) => Buffer.from(hash, 'base64'));
    return { leaf: Buffer.from(leaf), salt, index: placed.index, proof, note: placed.checkpoint };
  }
  const gap = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, gap).split('\n');
  if (gap < 0 || first !== 'c2sp.org/tlog-proof@v1') throw new Error('这不是公开存证的凭证');
  const extra = lines[0]?.startsWith('extra ') ? parseJson(Buffer.from(lines.shift().slice(6), 'base64')) : undefined;
  const index = Number(/^index (\d{1,15})$/.exec(lines.shift() ?? '')?.[1] ?? -1);
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  return { leaf: Buffer.from(extra?.leaf ?? ''), salt: extra?.salt, index, proof, note: text.slice(gap + 2) };
}

/** One run of the command. @returns exit code */
export async function main(args, print = (line) => process.stdout.write(`${line}\n`)) {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { state: text, key: text, witness: { ...text, multiple: true }, 'log-only': { type: 'boolean' } },
  });
  try {
    if (positionals[0] === 'receipt') return await receiptCommand(positionals.slice(1), values, print);
    if (positionals.length !== 1) throw new Error(`用法：${USAGE}`);
    return await auditCommand(positionals[0], values, print);
  } catch (error) {
    const isWrong = error instanceof Wrong;
    const cause = error.cause?.message ? `（${error.cause.message}）` : '';
    print(`${isWrong ? '发现问题' : '无法完成核验'}：${error.message}${cause}`);
    return isWrong ? 1 : 2;
  }
}

async function auditCommand(url, values, print) {
  const before = values.state ? await readState(values.state) : undefined;
  const { key, witness: witnesses } = values;
  const result = await audit(url, { state: before, key, witnesses, logOnly: values['log-only'] });
  for (const finding of result.findings) print(`发现问题：${finding}`);
  if (values.state && result.state !== before) {
    await writeFile(`${values.state}.new`, `${JSON.stringify(result.state)}\n`);
    await rename(`${values.state}.new`, values.state);
  }
  if (!before && !key) print('首次核验，日志公钥取自网站本身；请保存状态文件，并向其他渠道核对公钥。');
  if (result.findings.length > 0) return 1;
  const cosigned = result.cosigned.length > 0 ? `，见证方 ${result.cosigned.join('、')}` : '';
  print(`未发现问题：日志 ${result.size} 条完整一致，核对了 ${result.documents} 份公开信息${cosigned}。`);
  return 0;
}

async function receiptCommand([path, ...names], { key }, print) {
  if (!path) throw new Error('用法：node log-audit.mjs receipt 凭证文件 --key 日志公钥 [要核对的文件]…');
  if (!key) throw new Error('核对凭证需要日志公钥：--key（可从网站的 /log/key 取得）');
  const files = await Promise.all(names.map(async (name) => [name, await readFile(name)]));
  const { isGood, lines } = checkReceipt(await readFile(path, 'utf8'), files, key);
  for (const line of lines) print(line);
  return isGood ? 0 : 1;
}

async function readState(path) {
  const isAbsent = (error) => (error.code === 'ENOENT' ? undefined : Promise.reject(error));
  return readFile(path, 'utf8').then(JSON.parse, isAbsent);
}

const [, program, ...args] = process.argv;
if (program && import.meta.url === pathToFileURL(program).href) process.exitCode = await main(args);

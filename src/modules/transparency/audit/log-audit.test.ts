import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tamper } from '../log/log.fixtures.ts';
import { type AuditedSite, openAuditedSite } from './audited-site.fixtures.ts';
import { type AuditResult, audit, main } from './log-audit.mjs';

const PROGRAM = new URL('./log-audit.mjs', import.meta.url);

let site: AuditedSite;
let first: AuditResult;
beforeEach(async () => {
  site = await openAuditedSite();
  await site.publish(1, '<p>关于明湖区的通知</p>');
  await site.publish(2, '<p>第二份</p>');
  await site.publish(3, '');
  await site.log.sequence();
  first = await check();
});
afterEach(() => site.close());

const check = (more: Parameters<typeof audit>[1] = {}) => audit(site.url, { settleSeconds: 0, ...more });
const again = () => check({ state: first.state });

describe('an honest site', () => {
  it('stands the check, at first and ever after', async () => {
    expect(first).toMatchObject({ findings: [], size: 3, documents: 3 });
    await site.publish(2, '<p>第二份，修订</p>', undefined, 2);
    await site.publish(4, '<p>四</p>');
    await site.log.sequence();
    expect(await again()).toMatchObject({ findings: [], size: 5, documents: 4 });
  });

  it('may withdraw, remove, restore, merge and erase as long as the log tells so', async () => {
    await site.tell('withdrawn', 1);
    await site.tell('removed', 2);
    await site.tell('merged', 3);
    site.change(2, { isGone: true });
    site.change(3, { isGone: true });
    await site.log.sequence();
    expect((await again()).findings).toEqual([]);
    await site.tell('restored', 2);
    await site.tell('erased', 1);
    site.change(2, { isGone: false });
    site.change(1, { isGone: true });
    await site.log.sequence();
    expect((await again()).findings).toEqual([]);
  });

  it('may change while it is being checked', async () => {
    await site.publish(1, '<p>刚刚修订</p>', undefined, 2);
    const checking = check({ state: first.state, settleSeconds: 6 });
    setTimeout(() => void site.log.sequence(), 500);
    expect((await checking).findings).toEqual([]);
  });

  it('is read to the end when its tiles are full', async () => {
    for (let number = 4; number <= 520; number += 1) await site.tell('noted', number);
    await site.log.sequence();
    expect(await check({ logOnly: true })).toMatchObject({ findings: [], size: 520, documents: 0 });
    expect(await check({ logOnly: true, state: first.state })).toMatchObject({ findings: [], size: 520 });
  });
});

describe('silent change', () => {
  it.each([
    ['the text', { text: '<p>关于明湖区的通告</p>' }, '正文与日志中的指纹不符'],
    ['a second text', { text: '一</div><!--/text--><div id="text" class="text">二' }, '页面上找不到正文'],
    ['the salt', { salt: Buffer.alloc(32) }, '公开记录与日志中的指纹不符'],
  ])('of %s is found', async (_what, change, finding) => {
    site.change(1, change);
    expect((await again()).findings.join()).toContain(`/documents/1：${finding}`);
  });

  it('of the record is found, and of an attachment’s bytes', async () => {
    const document = site.documents.get(2);
    site.change(2, { record: `${document?.record} ` });
    expect((await again()).findings).toEqual(['/documents/2：公开记录与日志中的指纹不符，可能被悄悄改动']);
    const [sha256 = ''] = [...(document?.files.keys() ?? [])];
    site.change(2, { record: document?.record.trimEnd() ?? '', files: new Map([[sha256, Buffer.from('other')]]) });
    expect((await again()).findings).toEqual(['/documents/2：附件 1与日志中的指纹不符，可能被悄悄改动']);
    site.change(2, { files: new Map() });
    expect((await again()).findings).toEqual(['/documents/2：附件 1读不到（404），可能被悄悄移除']);
  });

  it('back to an older form is found', async () => {
    const before = { ...site.documents.get(1) };
    await site.publish(1, '<p>修订</p>', undefined, 2);
    await site.log.sequence();
    site.change(1, before);
    expect((await again()).findings).toHaveLength(3);
  });
});

describe('silent removal', () => {
  it('is found, and a removal that was only told', async () => {
    site.change(3, { isGone: true });
    await site.tell('removed', 2);
    await site.log.sequence();
    expect((await again()).findings).toEqual([
      '/documents/2：日志记载已移除，内容却仍可读取',
      expect.stringContaining('/documents/3：日志记载为公开，页面却读不到（页面 404，记录 404），可能被悄悄移除'),
    ]);
  });
});

describe('a log that was tampered with', () => {
  const at = (index: number) => `where index = ${index}`;

  it('with an entry other than its hash is found', async () => {
    await tamper(site, `update transparency.leaf set entry = 'x' ${at(1)}`);
    expect((await check()).findings).toEqual(['第 0 条起的存证内容与哈希瓦片不符']);
  });

  it('with other tiles is found', async () => {
    const other = `sha256('\\x00'::bytea || 'x'::bytea)`;
    await tamper(site, `update transparency.leaf set entry = 'x' ${at(1)}`);
    await tamper(site, `update transparency.tile set hashes = overlay(hashes placing ${other} from 33 for 32)`);
    expect((await check()).findings).toEqual(['存证条目与签名的检查点不符']);
    expect((await again()).findings).toEqual([]);
    await site.tell('noted', 9);
    await expect(site.log.sequence()).rejects.toMatchObject({ code: 'log-forked' });
  });

  it('begun anew with the same key is found by whoever looked before', async () => {
    const second = await openAuditedSite();
    await mkdir(second.platform.config.logFolder, { recursive: true });
    await copyFile(`${site.platform.config.logFolder}/log.key`, `${second.platform.config.logFolder}/log.key`);
    await second.publish(1, '<p>另一种说法</p>');
    await second.log.sequence();
    const shorter = await audit(second.url, { state: first.state, settleSeconds: 0 });
    expect(shorter.findings).toEqual(['日志变短了：上次核验时有 3 条，现在只有 1 条']);
    for (let number = 2; number < 6; number += 1) await second.publish(number, String(number));
    await second.log.sequence();
    const longer = await audit(second.url, { state: first.state, settleSeconds: 0 });
    expect(longer.findings).toEqual(['日志不是上次核验时的延续：此前的存证被改动、删除或替换']);
    expect(longer.state).toEqual(first.state);
    await second.close();
  });

  it('under another key is found', async () => {
    const second = await openAuditedSite();
    await second.log.sequence();
    const { findings } = await audit(second.url, { state: first.state, settleSeconds: 0 });
    expect(findings).toEqual(['网站公布的日志公钥与您掌握的不同，日志可能被另起炉灶', '检查点没有日志公钥的有效签名']);
    await second.close();
  });
});

describe('as a command', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingchuang-audit-'));
    return () => rm(folder, { recursive: true });
  });

  async function run(...args: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await main(args, (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  }

  it('is one file that runs alone and remembers what it saw', async () => {
    const program = join(folder, 'log-audit.mjs');
    await writeFile(program, Buffer.from(await (await fetch(`${site.url}/log/audit.mjs`)).arrayBuffer()));
    expect(await readFile(program)).toEqual(await readFile(PROGRAM));
    const state = join(folder, 'state.json');
    const { stdout } = await promisify(execFile)(process.execPath, [program, site.url, '--state', state]);
    expect(stdout).toContain('未发现问题：日志 3 条完整一致，核对了 3 份公开信息');
    site.change(1, { text: '改了' });
    const failed = await promisify(execFile)(process.execPath, [program, site.url, '--state', state]).catch(
      (error) => error,
    );
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('发现问题：/documents/1：正文与日志中的指纹不符');
  });

  it('imports nothing but Node', async () => {
    const imports = [...(await readFile(PROGRAM, 'utf8')).matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imports.every((name) => name?.startsWith('node:'))).toBe(true);
  });

  it('checks receipts of both forms without the network', async () => {
    const { leafId = '', record = '', salt } = site.documents.get(1) ?? {};
    const key = (await site.log.verifierKey()) ?? '';
    const json = join(folder, 'proof.json');
    await writeFile(json, await (await fetch(`${site.url}/documents/1/proof.json`)).text());
    const leaf = Buffer.from((await site.log.proofOf(leafId))?.leaf ?? []).toString();
    const text = join(folder, '1.tlog-proof');
    const extra = Buffer.from(JSON.stringify({ leaf, salt: salt?.toString('hex') }));
    await writeFile(text, (await site.log.receiptOf(leafId, extra)) ?? '');
    const saved = join(folder, 'record.json');
    await writeFile(saved, record);
    await site.close();
    for (const receipt of [json, text]) {
      expect(await run('receipt', receipt, '--key', key, saved)).toEqual({
        code: 0,
        text: expect.stringMatching(/凭证成立：日志 localhost:8080\/log 第 0 条.*\n.*与存证的公开记录一致/),
      });
      expect((await run('receipt', receipt, '--key', key, receipt)).code).toBe(1);
    }
    await writeFile(
      json,
      (await readFile(json, 'utf8')).replace('关于', '关乎').replace('"number\\":1', '"number\\":7'),
    );
    expect(await run('receipt', json, '--key', key)).toEqual({
      code: 1,
      text: '发现问题：凭证不成立：存证不在签名的日志中',
    });
    site = await openAuditedSite();
  });

  it('says what it needs', async () => {
    expect((await run()).text).toContain('用法');
    expect((await run('receipt')).text).toContain('用法');
    expect((await run('http://127.0.0.1:1')).code).toBe(2);
    expect((await run(site.url, '--key', 'nonsense')).text).toContain('无法识别');
    expect((await run(site.url, '--witness', 'nonsense')).code).toBe(2);
  });
});

import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isSidecar, readText, type WaitingFile } from './folder-files.ts';

export const DONE = 'done';
export const FAILED = 'failed';
/** Where a document stands between the folder and its receipt; what lies here was taken. */
export const TAKEN = '.taken';
export const RECEIPT = '.回执.txt';
/** In receipts and beside what failed: by it a document that is erased is found. */
const NUMBER = '编号：';
const STAMP = /^\d{8}-\d{6}-(?:\d+-)?/;
const DESCRIPTION_BYTES = 1_048_576;

/**
 * A document that the register has: it leaves the folder with its description, and a receipt without its words stays. Its bytes are kept by
 * the register alone, which can erase them.
 *
 * @param stamp that tells deliveries of the same name apart, for example `20260302-090000`
 */
export async function putDone(folder: string, file: WaitingFile, stamp: string, number: string): Promise<void> {
  const taken = await ownFolder(folder, TAKEN);
  const free = await freeName([taken, await ownFolder(folder, DONE)], `${stamp}-${file.name}`);
  // The document goes first: were the description gone before it, the document would be taken for one without.
  await moved(join(folder, file.name), join(taken, free));
  if (file.sidecar !== null) await moved(join(folder, file.sidecar), join(taken, `${free}.json`));
  await giveReceipt(folder, free, number);
}

/** @param reasons Chinese sentences, written beside what failed */
export async function putFailed(
  folder: string,
  { name, sidecar }: WaitingFile,
  stamp: string,
  number: string,
  reasons: readonly string[],
): Promise<void> {
  const target = await ownFolder(folder, FAILED);
  const free = await freeName([target], `${stamp}-${name}`);
  const lines = [...reasons, numberLine(number)];
  await writeFile(join(target, `${free}.txt`), `${lines.join('\r\n')}\r\n`, { mode: 0o640 });
  await moved(join(folder, name), join(target, free));
  if (sidecar !== null) await moved(join(folder, sidecar), join(target, `${free}.json`));
}

/** Of what is secret, or has ended, nothing is kept but why it was refused: no bytes, and no name. */
export async function dropRefused(
  folder: string,
  { name, sidecar }: WaitingFile,
  stamp: string,
  reasons: readonly string[],
): Promise<void> {
  const target = await ownFolder(folder, FAILED);
  const free = await freeName([target], `${stamp}-未收下.txt`);
  const lines = [...reasons, '公文和说明文件已从文件夹中删除，这里不保留文件名。'];
  await writeFile(join(target, free), `${lines.join('\r\n')}\r\n`, { mode: 0o640 });
  await rm(join(folder, name), { force: true });
  if (sidecar !== null) await rm(join(folder, sidecar), { force: true });
}

/**
 * Ends what a stop left half done, and what older versions left whole in `done`: documents become receipts.
 * @param isOld whether nobody may still be at it
 */
export async function finishTaken(folder: string, isOld: (path: string) => Promise<boolean>): Promise<void> {
  const done = join(folder, DONE);
  const whole = (await namesIn(done)).filter((name) => !name.endsWith(RECEIPT));
  if (whole.length > 0) {
    const taken = await ownFolder(folder, TAKEN);
    for (const name of whole) await moved(join(done, name), join(taken, name));
  }
  const names = await namesIn(join(folder, TAKEN));
  const documents = names.filter((name) => !isSidecar(name));
  for (const name of documents) {
    if (!whole.includes(name) && !(await isOld(join(folder, TAKEN, name)))) continue;
    if (!names.includes(`${name}.json`)) await bringDescription(folder, name);
    await giveReceipt(folder, name, null);
  }
  for (const name of names.filter((one) => isSidecar(one) && !documents.includes(one.slice(0, -5)))) {
    if (whole.includes(name) || (await isOld(join(folder, TAKEN, name))))
      await rm(join(folder, TAKEN, name), { force: true });
  }
}

/** A description left behind by a stop between two moves goes after its document that failed. @returns false when none went before */
export async function followFailed(folder: string, sidecar: string): Promise<boolean> {
  const names = await namesIn(join(folder, FAILED));
  const gone = failedDocuments(names).find((name) => describes(sidecar, name.replace(STAMP, '')));
  if (!gone || names.includes(`${gone}.json`)) return false;
  await moved(join(folder, sidecar), join(folder, FAILED, `${gone}.json`));
  return true;
}

/** How many documents were refused and still lie there. */
export async function countFailed(folder: string): Promise<number> {
  return failedDocuments(await namesIn(join(folder, FAILED))).length;
}

/**
 * Deletes receipts and refused documents that are too old, or of which the document was erased.
 * @returns how many went
 */
export async function sweep(
  folder: string,
  goes: { readonly isOld: (path: string) => Promise<boolean>; readonly isErased: (number: string) => boolean },
): Promise<number> {
  const isToGo = async (path: string, number: () => Promise<string>) =>
    (await goes.isOld(path)) || goes.isErased(await number());
  let count = 0;
  for (const name of await namesIn(join(folder, DONE))) {
    const path = join(folder, DONE, name);
    if (!(await isToGo(path, async () => (await writtenNumber(path)) ?? ''))) continue;
    await rm(path, { force: true });
    count += 1;
  }
  const failed = await namesIn(join(folder, FAILED));
  for (const name of heads(failed)) {
    const path = join(folder, FAILED, name);
    if (!(await isToGo(path, () => numberOfFailed(path, name)))) continue;
    for (const part of [path, `${path}.json`, `${path}.txt`]) await rm(part, { force: true });
    count += 1;
  }
  return count;
}

async function giveReceipt(folder: string, name: string, known: string | null): Promise<void> {
  const path = join(folder, TAKEN, name);
  const file = name.replace(STAMP, '');
  const number = known ?? (await describedNumber(`${path}.json`)) ?? numberFromName(file);
  const lines = [
    '已收下，请到工作台“公文接入”查看办理情况。',
    `文件：${file}`,
    numberLine(number),
    '文件夹中不保留公文，内容以工作台登记的为准。',
  ];
  const receipt = join(await ownFolder(folder, DONE), `${name}${RECEIPT}`);
  await writeFile(receipt, `${lines.join('\r\n')}\r\n`, { mode: 0o640, flag: 'wx' }).catch(unless('EEXIST'));
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true });
}

/** The description of a document already taken, when no document of that name came since. */
async function bringDescription(folder: string, taken: string): Promise<void> {
  const names = await namesIn(folder);
  const file = taken.replace(STAMP, '');
  const stem = stemOf(file);
  if (names.some((name) => !isSidecar(name) && stemOf(name) === stem)) return;
  const sidecar = names.find((name) => isSidecar(name) && describes(name, file));
  if (sidecar) await moved(join(folder, sidecar), join(folder, TAKEN, `${taken}.json`));
}

/** 通知.json and 通知.docx.json describe 通知.docx. */
function describes(sidecar: string, document: string): boolean {
  const of = sidecar.slice(0, -'.json'.length);
  return of === document || of === stemOf(document);
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

/** A file without a number of its own has its name for one. */
export function numberFromName(name: string): string {
  return name.normalize('NFC').slice(0, 100);
}

function numberLine(number: string): string {
  return `${NUMBER}${number.replace(/\p{Cc}/gu, ' ')}`;
}

async function numberOfFailed(path: string, name: string): Promise<string> {
  const written = await writtenNumber(`${path}.txt`);
  const described = written ?? (await describedNumber(isSidecar(path) ? path : `${path}.json`));
  return described ?? numberFromName(name.replace(STAMP, ''));
}

async function writtenNumber(path: string): Promise<string | undefined> {
  const lines = (await readText(path, DESCRIPTION_BYTES).catch(() => '')).split('\r\n');
  return lines.findLast((line) => line.startsWith(NUMBER))?.slice(NUMBER.length);
}

async function describedNumber(path: string): Promise<string | undefined> {
  try {
    const { sourceId } = JSON.parse(await readText(path, DESCRIPTION_BYTES)) as { sourceId?: unknown };
    return typeof sourceId === 'string' ? sourceId : undefined;
  } catch {
    return undefined;
  }
}

function failedDocuments(names: readonly string[]): string[] {
  return heads(names).filter((name) => !isSidecar(name));
}

/** What failed, without what stands beside it. */
function heads(names: readonly string[]): string[] {
  const all = new Set(names);
  return names.filter(
    (name) => !['.txt', '.json'].some((end) => name.endsWith(end) && all.has(name.slice(0, -end.length))),
  );
}

/** Folders that somebody made there are no matter of ours. */
async function namesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return found.filter((one) => !one.isDirectory()).map((one) => one.name);
}

/** Of two that are at it at once, the second finds nothing more to move. */
function moved(from: string, to: string): Promise<void> {
  return rename(from, to).catch(unless('ENOENT'));
}

function unless(code: string) {
  return (error: NodeJS.ErrnoException): void => {
    if (error.code !== code) throw error;
  };
}

/** A link in the place of our own folder would lead what is moved elsewhere. */
async function ownFolder(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { mode: 0o770 }).catch(unless('EEXIST'));
  if (!(await lstat(path)).isDirectory()) throw new Error(`${path} is no folder`);
  return path;
}

async function freeName(folders: readonly string[], name: string): Promise<string> {
  const taken = new Set<string>();
  for (const folder of folders) for (const one of await readdir(folder)) taken.add(one);
  const isFree = (one: string) => !taken.has(one) && !taken.has(`${one}${RECEIPT}`);
  if (isFree(name)) return name;
  const [, stamp = '', rest = ''] = /^(\d{8}-\d{6}-)(.*)$/s.exec(name) ?? [];
  for (let count = 2; ; count += 1) if (isFree(`${stamp}${count}-${rest}`)) return `${stamp}${count}-${rest}`;
}

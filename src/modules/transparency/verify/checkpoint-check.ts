import type { Frontier } from '../merkle/frontier.ts';
import { sameHash } from '../merkle/hash.ts';
import { parseCheckpoint } from '../note/checkpoint.ts';
import { parseVerifierKey, type VerifierKey } from '../note/note-key.ts';
import { type Note, parseNote, parseSignatures } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import type { CosignedCheckpoint, LogSource, OutsideRecord } from './log-source.ts';

/** Walks along the checkpoints while the tree grows beside it, and compares each with the tree of its size. */
export class CheckpointCheck {
  readonly #source: LogSource;
  readonly #key: VerifierKey | undefined;
  readonly #outside: OutsideRecord | undefined;
  readonly #find: (sentence: string) => void;
  #page: CosignedCheckpoint[] = [];
  #isEnd = false;
  #last: CosignedCheckpoint | undefined;
  #count = 0;
  #outsideDue: { size: number; note: string } | undefined;

  constructor(
    source: LogSource,
    identity: string | undefined,
    outside: OutsideRecord | undefined,
    find: (sentence: string) => void,
  ) {
    this.#source = source;
    this.#outside = outside;
    this.#find = find;
    this.#key = parseVerifierKey(identity ?? '');
    if (outside && outside.verifierKey !== identity) find('数据库记载的日志公钥与密钥文件不符。');
    this.#outsideDue = this.#openOutside(outside?.checkpoint);
  }

  /** To be called whenever the tree has grown by one, and before it has. */
  async reach(frontier: Frontier): Promise<void> {
    if (this.#outsideDue?.size === frontier.size) {
      this.#compare(this.#outsideDue.note, frontier, '数据库之外保存的检查点');
      this.#outsideDue = undefined;
    }
    for (let next = await this.#peek(); next && next.size <= frontier.size; next = await this.#peek()) {
      this.#page.shift();
      this.#check(next, frontier);
      this.#last = next;
      this.#count += 1;
    }
  }

  async finish(frontier: Frontier): Promise<void> {
    for (let next = await this.#peek(); next; next = await this.#peek()) {
      this.#page.shift();
      this.#find(`第 ${next.number} 个检查点签了 ${next.size} 条，日志只有 ${frontier.size} 条完好。`);
      this.#last = next;
      this.#count += 1;
    }
    if (this.#outsideDue) {
      this.#find(`数据库之外保存的检查点签了 ${this.#outsideDue.size} 条，日志只有 ${frontier.size} 条完好。`);
    }
    this.#compareOutside();
  }

  summary(): { checkpoints: number; signedSize: number } {
    return { checkpoints: this.#count, signedSize: this.#last?.size ?? 0 };
  }

  #check(next: CosignedCheckpoint, frontier: Frontier): void {
    const name = `第 ${next.number} 个检查点`;
    if (next.number !== (this.#last?.number ?? 0) + 1) this.#find(`${name}之前有缺失。`);
    if (next.size !== frontier.size || next.size === this.#last?.size) {
      this.#find(`${name}的规模不大于前一个。`);
      return;
    }
    const note = this.#compare(next.note, frontier, name);
    if (!note) return;
    if (note.signatures.length !== 1) this.#find(`${name}的签名不止一个。`);
    for (const { verifierKey, line } of next.cosignatures) {
      const key = parseVerifierKey(verifierKey);
      const signatures = parseSignatures(line);
      const verified = key && signatures && verifyNote({ text: note.text, signatures }, [key]);
      if (verified?.length !== 1) this.#find(`${name}的见证签名无效。`);
    }
  }

  /** @returns the note when it can be read */
  #compare(text: string, frontier: Frontier, name: string): Note | undefined {
    const note = parseNote(text);
    const checkpoint = note && parseCheckpoint(note.text);
    if (!note || !checkpoint) return void this.#find(`${name}无法读取。`);
    const isSigned = this.#key && verifyNote(note, [this.#key])?.length;
    if (!isSigned || checkpoint.origin !== this.#key?.name) this.#find(`${name}的签名无效。`);
    if (checkpoint.size !== frontier.size) this.#find(`${name}的规模与记载不符。`);
    else if (!sameHash(checkpoint.root, frontier.root()))
      this.#find(`${name}的根哈希与前 ${frontier.size} 条存证不符。`);
    return note;
  }

  #openOutside(text: string | undefined): { size: number; note: string } | undefined {
    if (text === undefined) return undefined;
    const note = parseNote(text);
    const checkpoint = note && parseCheckpoint(note.text);
    if (!checkpoint) return void this.#find('数据库之外保存的检查点无法读取。');
    return { size: checkpoint.size, note: text };
  }

  /** Outside stands what was signed last. After a power cut it may be one ahead until the log is sequenced again. */
  #compareOutside(): void {
    if (!this.#outside || !this.#last) return;
    const { checkpoint } = this.#outside;
    const parsed = parseNote(checkpoint ?? '');
    const size = parsed && parseCheckpoint(parsed.text)?.size;
    if (checkpoint === undefined) this.#find('缺少数据库之外保存的检查点。');
    else if (checkpoint === this.#last.note || size === undefined) return;
    else if (size === this.#last.size) this.#find('两处保存的最后一个检查点不同。');
    else if (size < this.#last.size) this.#find('数据库之外保存的检查点比数据库中的旧。');
    else this.#find('数据库缺少最后签发的检查点。若刚发生断电，请启动程序一分钟后再核验。');
  }

  async #peek(): Promise<CosignedCheckpoint | undefined> {
    if (this.#page.length === 0 && !this.#isEnd) {
      this.#page = [...(await this.#source.checkpoints(this.#last?.number ?? 0))];
      this.#isEnd = this.#page.length === 0;
    }
    return this.#page[0];
  }
}

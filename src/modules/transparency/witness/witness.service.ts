import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { LogFolder } from '../log/log-folder.ts';
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts';
import { cosign } from '../note/cosignature.ts';
import { COSIGNATURE, formatVerifierKey, type SignerKey, type VerifierKey } from '../note/note-key.ts';
import { formatSignature, parseNote } from '../note/signed-note.ts';
import { listWitnessed, lockWitness, readWitnessed, saveWitnessed, type WitnessedLog } from './witness.store.ts';
import { type KnownCheckpoint, type Refusal, recognise, refuseUnlessExtended } from './witness-decision.ts';
import { originHash, outsideName } from './witness-record.ts';
import { parseWitnessRequest, type WitnessRequest } from './witness-request.ts';

export type WitnessAnswer = { readonly status: 200; readonly lines: string } | Refusal;

/** Watches over other logs: cosigns their checkpoints as long as each begins with all that it cosigned before (C2SP tlog-witness). */
export class WitnessService {
  readonly #platform: Pick<Platform, 'changes' | 'clock' | 'database'>;
  readonly #folder: LogFolder;
  readonly #name: string;
  readonly #logs: readonly VerifierKey[];

  /** @param name of this witness, should its key be made anew. @param logs keys whose names are the logs' origins */
  constructor(
    platform: Pick<Platform, 'changes' | 'clock' | 'database'>,
    folder: LogFolder,
    name: string,
    logs: readonly VerifierKey[],
  ) {
    this.#platform = platform;
    this.#folder = folder;
    this.#name = name;
    this.#logs = logs;
  }

  /** @param body as C2SP says. What is cosigned is on the disk, inside and outside the database, before anybody gets the signature. */
  async addCheckpoint(body: string): Promise<WitnessAnswer> {
    const request = parseWitnessRequest(body);
    if (!request) return { status: 400 };
    const known = recognise(request, this.#logs);
    if ('status' in known) return known;
    return this.#platform.changes.run({ type: 'system' }, (change) => this.#cosign(change, request, known));
  }

  /** The last checkpoint of a log with our cosignature. @param hash SHA-256 of the log's origin, hex */
  async witnessed(hash: string): Promise<string | undefined> {
    const log = this.#logs.find(({ name }) => originHash(name) === hash);
    return log && readWitnessed(this.#platform.database.kysely, log.name);
  }

  /** The logs that were seen at least once. */
  async list(): Promise<readonly WitnessedLog[]> {
    return listWitnessed(this.#platform.database.kysely);
  }

  /** The witness's vkey; undefined when no log is witnessed here. */
  async verifierKey(): Promise<string | undefined> {
    return this.#logs.length === 0 ? undefined : formatVerifierKey(await this.#key());
  }

  async #cosign(change: Change, request: WitnessRequest, known: KnownCheckpoint): Promise<WitnessAnswer> {
    await lockWitness(change.tx);
    const { origin, size } = known.checkpoint;
    const refusal = refuseUnlessExtended(request, known.checkpoint, await this.#last(change, origin));
    if (refusal) return refusal;
    const { text, signatures } = known.note;
    const own = signatures.find(({ name, keyId }) => name === known.key.name && keyId === known.key.keyId);
    const key = await this.#key();
    const lines = formatSignature(cosign(text, key, Math.floor(this.#platform.clock.now().getTime() / 1000)));
    const note = `${text}\n${own ? formatSignature(own) : ''}${lines}`;
    await this.#folder.writeCheckpoint(outsideName(origin), note);
    await saveWitnessed(change.tx, { origin, size, note, at: change.at });
    return { status: 200, lines };
  }

  /** The larger of the two records: a database that was rolled back must not make us forget what we vouched for. */
  async #last({ tx }: Change, origin: string): Promise<Checkpoint | undefined> {
    const records = [await readWitnessed(tx, origin), await this.#folder.readCheckpoint(outsideName(origin))];
    const seen = records.flatMap((record) => {
      const note = record === undefined ? undefined : parseNote(record);
      return (note && parseCheckpoint(note.text)) ?? [];
    });
    return seen.sort((a, b) => b.size - a.size)[0];
  }

  async #key(): Promise<SignerKey> {
    return this.#folder.makeKey('witness', this.#name, COSIGNATURE);
  }
}

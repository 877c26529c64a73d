import { localDateAt, yearOf } from '../../../kernel/local-date.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import { releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { CalendarService } from '../../calendar/index.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import { checkReceipt } from '../../transparency/index.ts';
import { Filing, type FilingAnswer, type HeldPage } from '../filing/filing-message.ts';
import { sha256 } from '../filing/filing-state.ts';
import type { ExchangeKeyFile } from '../message/exchange-key.ts';
import { keyIdOf } from '../message/exchange-key.ts';
import type { Peer } from '../peers/peer.ts';
import { signReceipt } from '../sending/receipt-check.ts';
import { cityItemOf } from './city-item.ts';
import { dropCityItem, saveCityItem } from './city-items.store.ts';
import { type CheckedFiling, checkFiling } from './filing-faults.ts';
import {
  dropUnnamed,
  filesOf,
  filesOfForms,
  findFiling,
  findReceived,
  forgetWords,
  listHeld,
  lockReceived,
  nextReceiptNumber,
  numberHolder,
  saveFile,
  saveFiling,
  saveReceived,
} from './received.store.ts';

const HELD_PAGE = 500;
const SYSTEM = { type: 'system' } as const;

/** Takes what peers file: checked, kept and receipted in one transaction, the same filing any number of times. */
export class ReceiverService {
  readonly #platform: Platform;
  readonly #kinds: PublicationsServices['kinds'];
  readonly #calendar: Pick<CalendarService, 'current'>;
  readonly #key: ExchangeKeyFile;

  constructor(
    platform: Platform,
    below: {
      kinds: PublicationsServices['kinds'];
      calendar: Pick<CalendarService, 'current'>;
      key: ExchangeKeyFile;
    },
  ) {
    this.#platform = platform;
    this.#kinds = below.kinds;
    this.#calendar = below.calendar;
    this.#key = below.key;
  }

  async receive(peer: Peer, sent: unknown): Promise<FilingAnswer> {
    const parsed = Filing.safeParse(sent);
    if (!parsed.success) return { outcome: 'refused', reasons: parsed.error.issues.slice(0, 50).map(unreadable) };
    const filing = parsed.data;
    const known = await this.#known(peer, filing);
    if (known) return known;
    const calendar = await this.#calendar.current();
    const kind = this.#kinds.has(filing.kind) ? this.#kinds.get(filing.kind) : undefined;
    const today = localDateAt(this.#platform.clock.now());
    const checked = checkFiling(filing, { kind, today, calendar });
    const reasons = [...checked.reasons, ...logFaults(peer, filing), ...(await this.#numberFaults(peer, filing))];
    if (reasons.length > 0) return this.#refuse(peer, filing, reasons);
    const wanted = filesIn(checked);
    const there = await filesOf(this.#db, peer.id, wanted);
    const missing = wanted.filter((hash) => !there.has(hash));
    if (missing.length > 0) return { outcome: 'needsFiles', files: missing };
    return this.#keep(peer, filing, checked);
  }

  /** Keeps a file's hash for the peer that sent it. */
  async keepFile(peer: Peer, file: StoredFile): Promise<void> {
    await this.#platform.changes.run(SYSTEM, async (change) => {
      await holdFiles(change.tx, this.#platform.files, [file.hash]);
      await saveFile(change.tx, peer.id, file, change.at);
    });
  }

  /** What this side holds of the peer, a page at a time, for the peer's reconciliation. */
  async held(peer: Peer, after: string | null): Promise<HeldPage> {
    const items = await listHeld(this.#db, peer.id, after, HELD_PAGE);
    return { items, next: items.length === HELD_PAGE ? (items.at(-1)?.publicationId ?? null) : null };
  }

  /** What was receipted or overtaken before, and what belongs to somebody else. */
  async #known(peer: Peer, filing: Filing, db: Queryable = this.#db): Promise<FilingAnswer | undefined> {
    const { publicationId, ordinal } = filing;
    const earlier = await findFiling(db, peer.id, publicationId, ordinal);
    if (earlier?.receipt && earlier.stateHash === filing.stateHash)
      return { outcome: 'receipted', receipt: earlier.receipt };
    const received = await findReceived(db, publicationId);
    if (received && received.peerId !== peer.id) {
      return { outcome: 'refused', reasons: ['这份公文由另一平台报送，贵方不能代为报送。'] };
    }
    if (received && received.ordinal >= ordinal) return { outcome: 'overtaken', ordinal: received.ordinal };
    return undefined;
  }

  async #numberFaults(peer: Peer, { open, publicationId }: Filing): Promise<string[]> {
    const holder = open && (await numberHolder(this.#db, peer.id, open.number));
    return holder && holder !== publicationId ? [`公开编号 ${open?.number} 已用于贵方报送的另一份公文，请核对。`] : [];
  }

  async #refuse(peer: Peer, filing: Filing, reasons: readonly string[]): Promise<FilingAnswer> {
    await this.#platform.changes.run(SYSTEM, async (change) => {
      await lockReceived(change.tx, filing.publicationId);
      await saveFiling(change.tx, peer.id, filing, { receipt: null, reasons }, change.at);
      change.record({
        action: 'refuse',
        kind: 'filing',
        subjectId: filing.publicationId,
        detail: auditOf(peer, filing),
      });
    });
    return { outcome: 'refused', reasons: [...reasons] };
  }

  #keep(peer: Peer, filing: Filing, checked: CheckedFiling): Promise<FilingAnswer> {
    return this.#platform.changes.run(SYSTEM, async (change): Promise<FilingAnswer> => {
      await lockReceived(change.tx, filing.publicationId);
      // Somebody may have been quicker with the same filing, or a later one.
      const known = await this.#known(peer, filing, change.tx);
      if (known) return known;
      const receiptNumber = await nextReceiptNumber(change.tx, yearOf(localDateAt(change.at)));
      const key = await this.#key.own();
      const receipt = signReceipt(key, {
        schema: 1,
        receiptNumber,
        publicationId: filing.publicationId,
        ordinal: filing.ordinal,
        stateHash: filing.stateHash,
        sender: keyIdOf(peer.publicKey),
        receiver: key.keyId,
        receivedAt: change.at.toISOString(),
      });
      await saveFiling(change.tx, peer.id, filing, { receipt, reasons: [] }, change.at);
      const before = await filesOfForms(change.tx, peer.id, filing.publicationId);
      const hashes = checked.forms.map(({ form }) => sha256(form.record));
      await saveReceived(change.tx, peer.id, filing, { forms: checked.forms, hashes, receiptNumber }, change.at);
      await releaseFiles(change, await dropUnnamed(change.tx, peer.id, before));
      await this.#show(change, peer, filing, checked, receiptNumber);
      change.record({
        action: 'receive',
        kind: 'filing',
        subjectId: filing.publicationId,
        detail: auditOf(peer, filing),
      });
      return { outcome: 'receipted', receipt };
    });
  }

  async #show(change: Change, peer: Peer, filing: Filing, { forms }: CheckedFiling, number: string): Promise<void> {
    const item = cityItemOf(peer.id, filing, forms.at(-1), { number, at: change.at });
    if (item) await saveCityItem(change.tx, item);
    else await dropCityItem(change.tx, filing.publicationId);
    if (filing.event === 'erased') await forgetWords(change.tx, peer.id, filing);
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

/** With the sender's log registered, what is public must stand in it: nobody can show the city another text than the district's citizens. */
function logFaults(peer: Peer, { life, open }: Filing): string[] {
  const newest = open?.forms.at(-1);
  if (!peer.logKey || !newest || !open || (life !== 'public' && life !== 'withdrawn')) return [];
  if (open.logProof === null) return ['没有附公开存证凭证，请稍后重新报送。'];
  try {
    const { isGood, lines } = checkReceipt(open.logProof, [['record.json', Buffer.from(newest.record)]], peer.logKey);
    return isGood ? [] : [`公开存证凭证核对不上：${lines.join('；').slice(0, 300)}`];
  } catch {
    return ['公开存证凭证无法识别。'];
  }
}

function filesIn({ forms }: CheckedFiling): string[] {
  const hashes = forms.flatMap(({ record }) => [...record.attachments, ...record.pictures].map((file) => file.sha256));
  return [...new Set(hashes)];
}

function unreadable({ path, message }: { path: PropertyKey[]; message: string }): string {
  return `报送内容有误：${path.join('.') || '整体'}（${message}）`;
}

function auditOf(peer: Peer, { ordinal, event, stateHash }: Filing) {
  return { peer: peer.code, ordinal, event, stateHash };
}

import type { FilingFacts } from '../filing/filing-event.ts';
import type { Receipt } from '../filing/filing-message.ts';
import type { DeliveryState, FilingEvent } from '../filing/filing-words.ts';

/** One filing on its way to a peer, or settled. It holds no word of the document: what is sent is read from the register again. */
export interface Delivery {
  readonly id: string;
  readonly peerId: string;
  readonly publicationId: string;
  readonly ordinal: number;
  readonly unitId: string;
  readonly event: FilingEvent;
  readonly state: DeliveryState;
  readonly stateHash: string;
  readonly facts: FilingFacts;
  readonly reasons: readonly string[];
  readonly receipt: Receipt | null;
  readonly receiptNumber: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

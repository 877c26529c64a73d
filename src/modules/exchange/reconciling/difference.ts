import type { HeldFiling } from '../filing/filing-message.ts';
import type { DeliveryState, DifferenceKind } from '../filing/filing-words.ts';

/** One registered publication, and the newest filing of it. */
export interface OwnSide {
  readonly stateHash: string;
  readonly recordHash: string | null;
  readonly isDiscarded: boolean;
  readonly delivery: {
    readonly state: DeliveryState;
    readonly stateHash: string;
    readonly reasons: readonly string[];
  } | null;
}

export interface Difference {
  readonly kind: DifferenceKind;
  readonly detail: string;
}

/**
 * In what register, filings, receipts and the receiver's own list disagree about one publication (DOC-10); undefined: in nothing.
 * @param own undefined: the register does not have it
 * @param held undefined: the receiver does not have it; null: his list could not be had
 */
export function differenceOf(own: OwnSide | undefined, held: HeldFiling | undefined | null): Difference | undefined {
  if (!own) {
    return held
      ? { kind: 'receiverExtra', detail: `对方有回执 ${held.receiptNumber}，本平台登记簿中没有这份公文。` }
      : undefined;
  }
  if (own.isDiscarded && !own.delivery && !held) return undefined;
  return ownDifference(own, held) ?? (held === null ? undefined : heldDifference(own, held));
}

/** What is seen without the receiver's list; one that only lacks its receipt is told when the lists are compared. */
function ownDifference({ delivery, stateHash }: OwnSide, held: HeldFiling | undefined | null): Difference | undefined {
  if (!delivery || delivery.state === 'superseded') return { kind: 'notFiled', detail: '登记后还没有报送。' };
  if (delivery.state === 'refused') {
    return { kind: 'refused', detail: `对方退回：${delivery.reasons.join('；') || '没有说明理由'}` };
  }
  if (delivery.stateHash !== stateHash) return { kind: 'notFiled', detail: '最近一次改动还没有报送。' };
  if (delivery.state === 'waiting') {
    return held && held.stateHash === stateHash
      ? { kind: 'noReceipt', detail: `对方已受理（回执 ${held.receiptNumber}），本平台没有收到回执。` }
      : { kind: 'waiting', detail: '已列入报送，还没有收到回执。' };
  }
  return undefined;
}

function heldDifference(own: OwnSide, held: HeldFiling | undefined): Difference | undefined {
  if (!held) return { kind: 'receiverLacks', detail: '本平台有回执，对方清单里没有。' };
  if (held.recordHash !== own.recordHash)
    return { kind: 'otherContent', detail: '对方公开的内容与本平台现在公开的不同。' };
  if (held.stateHash !== own.stateHash) return { kind: 'otherState', detail: '对方登记的状态与本平台的不同。' };
  return undefined;
}

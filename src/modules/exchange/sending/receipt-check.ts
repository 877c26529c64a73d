import type { Filing, Receipt } from '../filing/filing-message.ts';
import { canonicalBytes } from '../filing/filing-state.ts';
import { keyIdOf, type OwnKey, verifyWith } from '../message/exchange-key.ts';

export function signReceipt(key: OwnKey, receipt: Omit<Receipt, 'signature'>): Receipt {
  return { ...receipt, signature: key.sign(canonicalBytes(receipt)).toString('base64') };
}

/** Whether the receiver put his name to exactly this filing; holds without network and for as long as the receipt is kept. */
export function isReceiptFor(
  receipt: Receipt,
  filing: Pick<Filing, 'publicationId' | 'ordinal' | 'stateHash'>,
  parties: { readonly sender: string; readonly receiverKey: string },
): boolean {
  const { signature, ...signed } = receipt;
  return (
    receipt.publicationId === filing.publicationId &&
    receipt.ordinal === filing.ordinal &&
    receipt.stateHash === filing.stateHash &&
    receipt.sender === parties.sender &&
    receipt.receiver === keyIdOf(parties.receiverKey) &&
    verifyWith(parties.receiverKey, canonicalBytes(signed), Buffer.from(signature, 'base64'))
  );
}

import { describe, expect, it } from 'vitest';
import type { HeldFiling } from '../filing/filing-message.ts';
import { differenceOf, type OwnSide } from './difference.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const own: OwnSide = {
  stateHash: A,
  recordHash: A,
  isDiscarded: false,
  delivery: { state: 'receipted', stateHash: A, reasons: [] },
};
const held: HeldFiling = {
  publicationId: '6f1c2f6e-3d0b-4a57-8d5a-2f9b8e2f0c22',
  ordinal: 1,
  life: 'public',
  stateHash: A,
  recordHash: A,
  receiptNumber: 'HZ2026-00000001',
};
const sent = (state: 'waiting' | 'refused' | 'superseded', more: object = {}): OwnSide => ({
  ...own,
  delivery: { state, stateHash: A, reasons: [], ...more },
});

describe('differences between register, filings, receipts and the receiver (DOC-10, IX-C2)', () => {
  it.each([
    ['everything agrees', own, held, undefined],
    ['never filed', { ...own, delivery: null }, undefined, 'notFiled'],
    ['only overtaken filings', sent('superseded'), undefined, 'notFiled'],
    ['changed since the receipt', { ...own, stateHash: B }, held, 'notFiled'],
    ['under way', sent('waiting'), undefined, 'waiting'],
    ['receipt lost', sent('waiting'), held, 'noReceipt'],
    ['refused', sent('refused', { reasons: ['缺少标题'] }), undefined, 'refused'],
    ['gone over there', own, undefined, 'receiverLacks'],
    ['other text over there', own, { ...held, recordHash: B }, 'otherContent'],
    ['other state over there', own, { ...held, stateHash: B }, 'otherState'],
    ['unknown here', undefined, held, 'receiverExtra'],
    ['unknown to both', undefined, undefined, undefined],
    ['given up before it was filed', { ...own, isDiscarded: true, delivery: null }, undefined, undefined],
    ['list not to be had', own, null, undefined],
    ['under way, list not to be had', sent('waiting'), null, 'waiting'],
  ] as const)('%s', (_, mine, theirs, kind) => {
    expect(differenceOf(mine, theirs)?.kind).toBe(kind);
  });
});

import { parseBase64 } from './base64.ts';
import { isKeyName } from './note-key.ts';

const MOST_SIGNATURES = 100;
const LONGEST_NOTE = 200_000;
const KEY_ID_BYTES = 4;

export interface NoteSignature {
  readonly name: string;
  /** 8 hex digits. */
  readonly keyId: string;
  /** What the key made, without the key's id. */
  readonly signature: Uint8Array;
}

/** Text and signatures of a C2SP signed note; nothing of it is to be believed before a known key's signature is verified. */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** One line with its newline. */
export function formatSignature({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`;
}

/** @returns undefined when it is no signed note */
export function parseNote(note: string): Note | undefined {
  if (note.length > LONGEST_NOTE || !isPlain(note)) return undefined;
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0) return undefined;
  const signatures = parseSignatures(note.slice(gap + 2));
  return signatures && { text: note.slice(0, gap + 1), signatures };
}

/** @param lines one or more signature lines, each with its newline */
export function parseSignatures(lines: string): NoteSignature[] | undefined {
  if (!lines.endsWith('\n')) return undefined;
  const signatures = lines.slice(0, -1).split('\n').map(parseSignature);
  if (signatures.length > MOST_SIGNATURES) return undefined;
  return signatures.every((signature) => signature !== undefined) ? signatures : undefined;
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = parseBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
  return {
    name,
    keyId: bytes.subarray(0, KEY_ID_BYTES).toString('hex'),
    signature: bytes.subarray(KEY_ID_BYTES),
  };
}

/** Whole characters only, and of the control characters none but the newline. */
function isPlain(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return false;
  }
  return true;
}

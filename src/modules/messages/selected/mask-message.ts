import { findPersonalData, maskText } from '../../redaction/index.ts';

/** What an applicant gave, as it was opened; null: not given. */
export interface Known {
  readonly kind: 'person' | 'organisation';
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly identityNumber: string | null;
}

/**
 * Words of a message for everybody: first what we know of its sender wherever it stands, then what else is found to be personal. What only
 * may be personal stays, and the door out asks the officer about each place.
 */
export function maskMessage(text: string, known: Known | null): string {
  const plain = known ? withoutKnown(text, known) : text;
  return maskText(
    plain,
    findPersonalData(plain).filter((finding) => finding.certainty === 'sure'),
  );
}

function withoutKnown(text: string, known: Known): string {
  const values: [string | null, string][] = [
    [known.identityNumber, '（证件号码）'],
    [known.email, '（电子邮箱）'],
    [known.address, '（联系地址）'],
    [known.phone, '（联系电话）'],
    [known.name, known.name === null ? '' : maskedName(known.name, known.kind)],
  ];
  let masked = text;
  for (const [value, instead] of values) if (value && value.length >= 2) masked = replaceSpaced(masked, value, instead);
  return masked;
}

/** 张三 → 张**; an organisation's name says what it is and is left out altogether. */
export function maskedName(name: string, kind: Known['kind']): string {
  return kind === 'organisation' ? '某单位' : `${[...name.trim()][0] ?? ''}**`;
}

/** People part the figures of a number by blanks and dashes, and write names with a blank in them. */
function replaceSpaced(text: string, value: string, instead: string): string {
  const letters = [...value.replace(/[\s-]/g, '')].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.replace(new RegExp(letters.join('[\\s-]*'), 'giu'), instead);
}

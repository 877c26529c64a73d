/** 发文字号 by GB/T 9704-2012 7.2.5.4: issuer's code, year in 〔〕, sequence without leading zero, 号. */
export interface DocumentNumber {
  /** 发文机关代字, for example 明府办发; for orders the words before 令. */
  readonly issuerCode: string;
  /** Null for orders (令第…号), which carry none. */
  readonly year: number | null;
  readonly sequence: number;
}

const ORDINARY = /^([一-龥]{1,12})〔((?:19|20)\d{2})〕([1-9]\d{0,4})号$/;
const ORDER = /^([一-龥]{1,40}令)第([1-9]\d{0,4})号$/;

/** Undefined when the text does not have the standard's form. */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const ordinary = ORDINARY.exec(text);
  if (ordinary) return { issuerCode: ordinary[1] ?? '', year: Number(ordinary[2]), sequence: Number(ordinary[3]) };
  const order = ORDER.exec(text);
  return order ? { issuerCode: order[1] ?? '', year: null, sequence: Number(order[2]) } : undefined;
}

/** Writes what people type the standard's way: full-width figures, spaces, the brackets [ ] 【 】 （ ） 〈 〉, 第 and leading zeros. */
export function normaliseDocumentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(/[[【(〈〔﹝]((?:19|20)\d{2})年?[\]】)〉〕﹞]/, '〔$1〕')
    .replace(/〕第?0*(\d+)号?$/, '〕$1号');
}

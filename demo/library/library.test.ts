import { describe, expect, it } from 'vitest';
import { bodyText, DocumentBody } from '../../src/kernel/document-body.ts';
import { isLocalDate } from '../../src/kernel/local-date.ts';
import { DEMO_UNITS } from '../units.ts';
import { LIBRARY_DOCUMENTS } from './all-documents.ts';
import { bodyOf, plainBody } from './body.ts';
import { FULLER_TEXTS } from './fuller-texts.ts';
import { titleOf } from './library-document.ts';
import { indexCode, OPENNESS_ITEMS } from './openness-items.ts';

const numbers = LIBRARY_DOCUMENTS.map((document) => document.documentNumber);
const characters = (text: string) => [...text.replaceAll(/\s/g, '')].length;

describe('the demonstration’s library', () => {
  it('has at least 120 documents, 40 of them at length', () => {
    expect(LIBRARY_DOCUMENTS.length).toBeGreaterThanOrEqual(120);
    const lengths = LIBRARY_DOCUMENTS.map((document) => characters(bodyText(bodyOf(document))));
    expect(lengths.filter((length) => length >= 200 && length <= 1500).length).toBeGreaterThanOrEqual(40);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1500);
  });

  it('reaches from 2019 to 2026 and over many units', () => {
    expect(new Set(numbers.map((number) => /〔(\d{4})〕/.exec(number)?.[1])).size).toBe(8);
    expect(new Set(LIBRARY_DOCUMENTS.map((document) => document.unit)).size).toBeGreaterThanOrEqual(35);
  });

  it('uses every number once, in the year of its date', () => {
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const document of LIBRARY_DOCUMENTS)
      expect(document.documentNumber, document.title).toContain(`〔${document.issuedOn.slice(0, 4)}〕`);
  });

  it('names units and days that exist, dates in their order, and documents that are there', () => {
    const units = new Set(DEMO_UNITS.map((unit) => unit.code));
    for (const { unit, issuedOn, more, title } of LIBRARY_DOCUMENTS) {
      expect(units.has(unit), unit).toBe(true);
      for (const date of [issuedOn, more.from, more.until, more.extendsUntil])
        expect(date === undefined || isLocalDate(date), `${title} ${date}`).toBe(true);
      if (more.from) expect(more.from >= issuedOn, title).toBe(true);
      if (more.until) expect(more.until > (more.from ?? issuedOn), title).toBe(true);
      for (const [, target] of more.relations ?? []) expect(numbers, title).toContain(target);
    }
    expect(Object.keys(FULLER_TEXTS).filter((number) => !numbers.includes(number))).toEqual([]);
  });

  it('has bodies that the document model takes', () => {
    for (const document of LIBRARY_DOCUMENTS)
      expect(DocumentBody.safeParse(bodyOf(document)).error?.issues ?? [], titleOf(document)).toEqual([]);
    for (const item of OPENNESS_ITEMS) expect(DocumentBody.safeParse(plainBody(item.text)).success).toBe(true);
  });

  it('is no single template: no two documents share their first paragraph', () => {
    const first = LIBRARY_DOCUMENTS.map((document) => document.text.split('\n')[0]);
    expect(first.length - new Set(first).size).toBeLessThanOrEqual(1);
  });

  it('has an index code for every unit', () => {
    expect(new Set(DEMO_UNITS.map((unit) => indexCode(unit.code))).size).toBe(DEMO_UNITS.length);
  });
});

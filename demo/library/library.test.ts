import { describe, expect, it } from 'vitest';
import { bodyText, DocumentBody } from '../../src/kernel/document-body.ts';
import { isLocalDate } from '../../src/kernel/local-date.ts';
import { DEMO_CONTESTS } from '../interpretations/contests.ts';
import { DRAFT_STAGE } from '../interpretations/draft-stage.ts';
import { DEMO_UNITS } from '../units.ts';
import { LIBRARY_DOCUMENTS } from './all-documents.ts';
import { bodyOf, plainBody } from './body.ts';
import { FULLER_TEXTS } from './fuller-texts.ts';
import { DEMO_INTERPRETATIONS } from './interpretations.ts';
import { titleOf } from './library-document.ts';
import { indexCode, OPENNESS_ITEMS } from './openness-items.ts';

const numbers = LIBRARY_DOCUMENTS.map((document) => document.documentNumber);
/** Forms that are nothing without a picture, a film or a sound. */
const NEEDS_MEDIA: ReadonlySet<string> = new Set(['infographic', 'video', 'shortVideo', 'live', 'audio', 'cartoon']);
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

  it('calls an interpretation only what it is: no picture, film or sound without one', () => {
    const all = [...DEMO_INTERPRETATIONS, ...DRAFT_STAGE];
    const seen = all.filter(({ form }) => NEEDS_MEDIA.has(form)).map(({ title }) => title);
    expect(seen).toEqual([]);
    const named = all.filter(({ title, summary, text }) => /图解|一图|漫画|视频|音频/.test(title + summary + text));
    expect(named.map(({ title }) => title)).toEqual([]);
  });

  it('lets contests and reprints name interpretations that are there', () => {
    const titles = new Set(DEMO_INTERPRETATIONS.map(({ title }) => title));
    for (const { candidates } of DEMO_CONTESTS) for (const title of candidates) expect(titles).toContain(title);
  });

  it('tells the same last day of an extended document everywhere', () => {
    const by = LIBRARY_DOCUMENTS.filter(({ more }) => more.extendsUntil);
    for (const { documentNumber, text, more } of by) {
      const [year, month, day] = (more.extendsUntil ?? '').split('-').map(Number);
      const written = `${year}年${month}月${day}日`;
      expect(text, documentNumber).toContain(written);
      for (const one of DEMO_INTERPRETATIONS.filter(({ of }) => of === documentNumber))
        expect(one.summary + one.text, one.title).toContain(written);
    }
  });

  it('cites no rule of a real city for the invented one', () => {
    const texts = [...LIBRARY_DOCUMENTS, ...DEMO_INTERPRETATIONS].map(({ title, text }) => title + text);
    expect(texts.filter((text) => /上海|北京市|沪府/.test(text))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { bestPassage, marked } from './passages.ts';

const text = (pieces: readonly { text: string }[]) => pieces.map((piece) => piece.text).join('');
const found = (pieces: readonly { text: string; found: boolean }[]) =>
  pieces.filter((piece) => piece.found).map((piece) => piece.text);

describe('the passage shown with a result', () => {
  it('is where most of the words stand together', () => {
    const body = `${'前言不相干的话。'.repeat(40)}养老机构按月申报。居家养老服务补贴由街道审核，补贴标准另行公布。${'后面的话。'.repeat(60)}`;
    const passage = bestPassage(body, ['养老', '补贴', '审核']);
    expect(text(passage)).toContain('居家养老服务补贴由街道审核');
    expect(found(passage)).toEqual(expect.arrayContaining(['养老', '补贴', '审核']));
    expect(text(passage).length).toBeLessThan(160);
  });

  it('begins the text when nothing stands in it', () => {
    expect(text(bestPassage('第一条 为了规范管理，制定本办法。', ['没有']))).toBe('第一条 为了规范管理，制定本办法。');
    expect(bestPassage('', ['没有'])).toEqual([]);
  });

  it('marks without changing a letter, in any width and case', () => {
    const written = '关于ＷｉＦｉ与养老养老院的通知';
    expect(text(marked(written, ['wifi', '养老', '养老院']))).toBe(written);
    expect(found(marked(written, ['wifi', '养老', '养老院']))).toEqual(['ＷｉＦｉ', '养老养老院']);
  });

  it('stays quick on a text made of nothing but the word', () => {
    expect(text(bestPassage('养老'.repeat(100_000), ['养老', '老']))).toHaveLength(142);
  });
});

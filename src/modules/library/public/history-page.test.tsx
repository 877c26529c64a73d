import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { OpenVersion } from '../../publications/index.ts';
import { compareTexts } from './compare-texts.ts';
import { HistoryBody } from './history-page.portal.tsx';

const version = (ordinal: number): OpenVersion =>
  ({
    number: 7,
    ordinal,
    title: '转学办法',
    changeKind: 'major',
    changeNote: null,
    publishedAt: new Date(`2026-0${ordinal}-01T02:00:00Z`),
    recordHash: '',
  }) as OpenVersion;

describe('two texts side by side', () => {
  const shown = renderToString(
    <HistoryBody
      item={{ number: 7, title: '转学办法', status: 'public' }}
      versions={[version(2), version(1)]}
      events={[]}
      comparison={{
        from: version(1),
        to: version(2),
        rows: compareTexts(['五个工作日内答复。'], ['三个工作日内答复。']),
      }}
    />,
  );

  it('say aloud what was struck out and what was added, and where it ends', () => {
    const words = shown.replaceAll(/<span class="unseen said">(.*?)<\/span>/g, '[$1]');
    expect(words).toContain('<del>[删去：]五[（删去完）]</del>');
    expect(words).toContain('<ins>[新增：]三[（新增完）]</ins>');
  });

  it('show the eye nothing but the words themselves', () => {
    const seen = shown.replaceAll(/<span class="unseen said">.*?<\/span>/g, '');
    expect(seen).toContain('<del>五</del>');
    expect(seen).not.toContain('删去：');
  });
});

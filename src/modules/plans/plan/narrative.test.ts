import { expect, it } from 'vitest';
import { narrativeSections } from './narrative.ts';

it('divides the running text at its printed headings and leaves out the title', () => {
  const paragraphs = [
    '2026年工作 要点',
    '为贯彻落实要求，制定本要点。',
    '一、主动公开',
    '（一）深化重点领域。',
    '加强解读。',
    '二、保障',
    '强化培训。',
  ];
  expect(narrativeSections(paragraphs, ['2026年工作要点', null])).toEqual([
    { heading: '', text: '为贯彻落实要求，制定本要点。' },
    { heading: '一、主动公开', text: '（一）深化重点领域。\n加强解读。' },
    { heading: '二、保障', text: '强化培训。' },
  ]);
});

it('does not take a long paragraph that begins with a numeral for a heading, nor keep empty sections', () => {
  const long = `一、${'认真落实各项任务要求，'.repeat(8)}`;
  expect(narrativeSections([long], [])).toEqual([{ heading: '', text: long }]);
  expect(narrativeSections(['一、附件'], [])).toEqual([]);
});

it('the line of the annex and the caption of its table are no running text', () => {
  const paragraphs = ['做好公开。', '附件', '2026年工作要点任务分解表', '附件所列任务由各单位落实。'];
  expect(narrativeSections(paragraphs, ['2026年工作要点'])).toEqual([
    { heading: '', text: '做好公开。\n附件所列任务由各单位落实。' },
  ]);
});

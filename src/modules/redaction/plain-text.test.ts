import { describe, expect, it } from 'vitest';
import { digitStretches, windowsOf } from './digit-stretches.ts';
import { plainText } from './plain-text.ts';

describe('plain text', () => {
  it.each([
    ['１１０Ｘ，：（）', '110X,:()'],
    ['a　b\u00a0c', 'a b c'],
    ['0571—8812', '0571-8812'],
    ['002×', '002X'],
    ['138\u200b0013', '138\ue0010013'],
    ['𝟏𝟐', '\ue0011\ue0012'],
  ])('%s', (text, plain) => expect(plainText(text)).toBe(plain));

  it('is always as long as the text', () => {
    const text = '姓名：王芳　１１０１０５\u200b１９４９—ＡＢ\ud835\udfce😀';
    expect(plainText(text)).toHaveLength(text.length);
  });
});

describe('digits that follow each other', () => {
  it('knows where each stands', () => {
    const [stretch] = digitStretches('号 1101 05\n19');
    expect(stretch).toEqual({ digits: '11010519', at: [2, 3, 4, 5, 7, 8, 10, 11], groups: [0, 4, 6] });
  });

  it('gives every run of whole groups of a length', () => {
    const [stretch] = digitStretches('1101 05\n19491231');
    const runs = stretch ? windowsOf(stretch, 6, 10).map(({ digits }) => digits) : [];
    expect(runs).toEqual(['110105', '0519491231', '19491231']);
  });

  it('takes an X that closes a number, not one that hides it', () => {
    expect(digitStretches('11010519491231002x，')[0]?.digits).toBe('11010519491231002X');
    expect(digitStretches('11010519XXXXXX')[0]?.digits).toBe('11010519');
    expect(digitStretches('440103201302262696X组')[0]?.digits).toBe('440103201302262696');
  });
});

import { describe, expect, it } from 'vitest';
import { bearsSecretMark } from './secret-mark.ts';

describe('a mark of secrecy at the head', () => {
  it.each([
    '机密',
    '机 密',
    '机密★1年',
    '密级：机密',
    '密级: 秘密',
    '密级：绝密★长期',
    '机密☆一年',
    '★机密',
    '机密（1年）',
    '机密(长期)',
    '机密⭐1年',
    '机密⭐️1年',
    '机\u200b密★1年',
    '"机密"',
    '“机密”',
    '【秘密】',
    '絕密',
    '機密',
    '机密级',
    '机密10年',
    '000001　机密★1年　特急',
  ])('is “%s”', (mark) => {
    expect(bearsSecretMark(`${mark}\n明湖区教育局文件\n各学校：`)).toBe(true);
    expect(bearsSecretMark(`明湖区教育局文件\n\n${mark}\n各学校：`)).toBe(true);
  });

  it.each([
    '保守秘密',
    '保守国家秘密',
    '关于加强机密文件管理的通知',
    '涉及国家秘密、商业秘密的，不予公开。',
    '秘密级文件的保管',
    '机密（含电子文件）由专人保管。',
    '密级：无',
    '密级：公开',
    '商业秘密',
    '重点★工作',
  ])('is not “%s”', (words) => {
    expect(bearsSecretMark(`${words}\n各学校：`)).toBe(false);
  });

  it('is looked for at the head alone', () => {
    expect(bearsSecretMark(`${'一行文字。\n'.repeat(12)}机密`)).toBe(false);
  });
});

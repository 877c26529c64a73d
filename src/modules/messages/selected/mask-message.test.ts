import { describe, expect, it } from 'vitest';
import { type Known, maskMessage } from './mask-message.ts';
import { isMaskedName } from './masked-sender.ts';

const NOBODY: Known = {
  kind: 'person',
  name: null,
  phone: null,
  email: null,
  address: null,
  identityNumber: null,
};

describe('a message for everybody (MSG-7)', () => {
  it('loses what its sender gave, wherever and however it is written', () => {
    const known: Known = {
      ...NOBODY,
      name: '张三丰',
      phone: '13912345678',
      email: 'zhang@mail.example',
      address: '湖滨路8号2幢301室',
    };
    const text = '我叫张三丰，电话 139 1234-5678，邮箱ZHANG@mail.example，住湖滨路8号2幢301室。请问 张 三丰 能办吗？';
    const masked = maskMessage(text, known);
    for (const value of ['三丰', '1234', 'ZHANG', '301']) expect(masked).not.toContain(value);
    expect(masked).toContain('张**');
    expect(masked).toContain('能办吗');
  });

  it('loses what is proved to be personal of others', () => {
    const masked = maskMessage('我母亲身份证号110101199003074450，请问能申请吗？', null);
    expect(masked).not.toContain('110101199003074450');
    expect(masked).toContain('请问能申请吗');
  });

  it('keeps a sentence in which nothing is personal as it is', () => {
    const text = '公租房第 3 批什么时候开始申请？材料要几份？';
    expect(maskMessage(text, { ...NOBODY, name: '李四' })).toBe(text);
  });

  it('takes signs in what was given for what they are', () => {
    expect(maskMessage('地址(a+b)没有变', { ...NOBODY, address: '(a+b)' })).toBe('地址（联系地址）没有变');
  });

  it('names no organisation', () => {
    const known: Known = { ...NOBODY, kind: 'organisation', name: '明湖某某有限公司' };
    expect(maskMessage('明湖某某有限公司想问补贴', known)).toBe('某单位想问补贴');
  });
});

describe('the name of who asked', () => {
  it.each(['张**', '欧阳**', '王某', '李女士', '网友'])('%s tells nobody', (text) => {
    expect(isMaskedName(text)).toBe(true);
  });
  it.each(['张三', '张三丰', '', '张三先生', '13912345678', '张*三'])('%s does, or nothing', (text) => {
    expect(isMaskedName(text)).toBe(false);
  });
});

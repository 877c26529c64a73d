import { describe, expect, it } from 'vitest';
import { findPersonalData } from './find-personal-data.ts';
import type { FindingType } from './finding.ts';
import { findingTypes } from './finding.ts';
import { maskOf, maskText } from './mask.ts';
import { maskPatterns } from './mask-patterns.ts';

describe('official patterns', () => {
  const cases: readonly (readonly [FindingType, string, string])[] = [
    ['identityNumber', '350481199003078512', '35*************512'],
    ['identityNumber', '1101 0519 4912 3100 2X', '11** **** **** ***0 2X'],
    ['identityNumber', '110105491231002', '11**********002'],
    ['phone', '13812341234', '138****1234'],
    ['phone', '+86 138-1234-1234', '+86 138-****-1234'],
    ['phone', '0571-88123456', '0571-****3456'],
    ['bankCard', '6222021234567890128', '***************0128'],
    ['email', 'zhang.san@qq.com', 'z****.***@qq.com'],
    ['licencePlate', '浙A12345', '浙A***45'],
    ['name', '王芳', '王某'],
    ['name', '欧阳修远', '欧阳某某'],
    ['name', '买买提·艾力', '买某某·某某'],
    ['address', '明湖区城东街道景和小区3幢501室', '明湖区城东街道**********'],
    ['address', '澄川市明湖区景和小区3幢501室', '澄川市明湖区**********'],
    ['birthDate', '1985-03-12', '1985-**-**'],
    ['health', '尿毒症', '***'],
  ];
  it.each(cases)('%s %s', (type, value, masked) => {
    expect(maskOf(type, value)).toBe(masked);
    expect(maskOf(type, value)).toHaveLength(value.length);
  });

  it('stand for every type', () => expect(Object.keys(maskPatterns).sort()).toEqual([...findingTypes].sort()));
});

describe('a masked text', () => {
  const text =
    '申请人：王建国，身份证号：11010519491231002X，电话13812345678，住址：明湖区城东街道景和小区3幢2单元501室。';
  const masked = maskText(text, findPersonalData(text));

  it('keeps its length and all that is not personal', () => {
    expect(masked).toBe(
      '申请人：王某某，身份证号：11*************02X，电话138****5678，住址：明湖区城东街道*************。',
    );
    expect(masked).toHaveLength(text.length);
  });

  it('gives no finding', () => expect(findPersonalData(masked)).toEqual([]));
});

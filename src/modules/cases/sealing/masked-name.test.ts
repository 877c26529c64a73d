import { expect, it } from 'vitest';
import { maskedName } from './masked-name.ts';

it.each([
  ['张小明', '张**'],
  ['张三', '张**'],
  ['张先生', '张**'],
  ['李女士', '李**'],
  ['欧阳锋', '欧阳**'],
  ['欧阳', '欧**'],
  ['买买提·艾力', '买**'],
  [' 王  芳 ', '王**'],
  ['John Smith', '某**'],
  ['13800138000', '某**'],
  ['', '某**'],
  ['张', '某**'],
])('shows “%s” as %s', (name, shown) => {
  expect(maskedName('person', name)).toBe(shown);
});

it('shows nothing of an organisation', () => {
  expect(maskedName('organisation', '明湖区张三小吃店')).toBe('某单位');
});

it('never tells how long a name is', () => {
  const lengths = ['张三', '张小明', '张王小明'].map((name) => maskedName('person', name).length);
  expect(new Set(lengths).size).toBe(1);
});

import { expect, it } from 'vitest';
import { conditionText } from './condition-text.ts';

const KIND = {
  fields: [
    { code: 'normative', label: '规范性文件', type: 'boolean', required: true },
    {
      code: 'level',
      label: '级别',
      type: 'choice',
      required: false,
      choices: [
        { value: 'a', label: '重大' },
        { value: 'b', label: '一般' },
      ],
    },
  ],
};

it('says when a step is wanted, in the words of the form (REV-7)', () => {
  expect(conditionText(undefined, KIND)).toBe('每次');
  expect(conditionText({ field: 'normative', oneOf: ['true'] }, KIND)).toBe('规范性文件为“是”时');
  expect(conditionText({ field: 'level', oneOf: ['a', 'b'] }, KIND)).toBe('级别为“重大”或“一般”时');
  expect(conditionText({ field: 'gone', oneOf: ['x'] }, KIND)).toBe('gone为“x”时');
});

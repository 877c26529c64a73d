import { expect, it } from 'vitest';
import { mayHold, shareIn } from './alike.ts';

const TEXT = '关于做好2026年义务教育阶段学校招生入学工作的通知：学区按居委会划分，名单见附件。';

it.each([
  ['申请公开2026年义务教育招生入学的学区划分', true],
  ['学区划分', true],
  ['２０２６年招生', true],
  ['2026年污水管网改造工程中标合同', false],
  ['申请公开有关政府信息', false],
  ['', false],
])('“%s” may be held by the notice on schools: %s', (words, isHeld) => {
  expect(mayHold(words, TEXT)).toBe(isHeld);
});

it('puts the title that says more of it first', () => {
  const name = '老旧住宅加装电梯补贴标准';
  expect(shareIn(name, '老旧住宅加装电梯补贴标准')).toBe(1);
  expect(shareIn(name, '老旧住宅修缮标准')).toBeLessThan(shareIn(name, '住宅加装电梯补贴办法'));
});

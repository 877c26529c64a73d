import { describe, expect, it } from 'vitest';
import { LACKS } from '../../publication-words.ts';
import { lackText } from './lack-text.ts';

const step = { name: '终审', unit: 'owner' as const, roles: ['deputyHead', 'head'] };

describe('words for a step that nobody can do', () => {
  it('say whose it is, which roles are wanted and what to do', () => {
    expect(lackText({ ...step, lack: 'nobody' })).toBe(
      '本单位没有人能办理“终审”。请主管部门在“人员与角色”中给本单位有关人员授予角色（分管领导、主要领导），或者在“审查环节”中调整这一环节。',
    );
    expect(lackText({ ...step, unit: 'office', lack: 'nobody' })).toContain('主管部门没有人能办理');
  });

  it('differ by reason, and are none where somebody can do it', () => {
    expect(new Set(LACKS.map((lack) => lackText({ ...step, lack }))).size).toBe(LACKS.length);
    expect(lackText({ ...step, lack: null })).toBeNull();
  });
});

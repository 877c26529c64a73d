import type { Actor } from '../../kernel/permissions.ts';

export function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}

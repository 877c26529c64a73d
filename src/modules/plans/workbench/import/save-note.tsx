import type { SaveState } from './use-row-editor.ts';

const WORDS: Readonly<Record<SaveState, string>> = {
  saved: '已保存',
  waiting: '稍后自动保存',
  saving: '正在保存…',
  failed: '没有保存',
};

export function SaveNote({ state }: { readonly state: SaveState }) {
  return (
    <span className={`mc-small ${state === 'failed' ? 'mc-red' : 'mc-muted'}`} role="status">
      {WORDS[state]}
    </span>
  );
}

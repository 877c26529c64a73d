import { Button, Select } from 'antd';
import type { Command, EditorState } from 'prosemirror-state';
import { type KeyboardEvent, useRef } from 'react';
import { type BlockStyle, isInside, setStyle, styleOf } from '../editor-commands.ts';
import { TABLE_TOOLS, TEXT_TOOLS, type Tool } from './tools.tsx';

const STYLES: readonly { readonly value: BlockStyle; readonly label: string }[] = [
  { value: 'paragraph', label: '正文' },
  { value: 2, label: '一级标题' },
  { value: 3, label: '二级标题' },
  { value: 4, label: '三级标题' },
];

export interface ToolbarProps {
  readonly state: EditorState;
  readonly run: (command: Command) => void;
  readonly onAsk: (what: 'link' | 'image' | 'table') => void;
  readonly onLeave: () => void;
}

/** Arrow keys walk through the buttons, Escape goes back to the text. */
export function Toolbar(props: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const style = styleOf(props.state);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="文字格式"
      aria-orientation="horizontal"
      className="mc-tools"
      onKeyDown={(event) => walk(event, bar.current, props.onLeave)}
    >
      <Select<BlockStyle>
        size="small"
        aria-label="段落样式"
        className="mc-tools-style"
        {...(style ? { value: style } : { placeholder: '段落样式' })}
        options={[...STYLES]}
        onChange={(next) => props.run(setStyle(next))}
      />
      {TEXT_TOOLS.map((group) => (
        <span key={group[0]?.label} className="mc-tools-group">
          {group.map((tool) => (
            <ToolButton key={tool.label} tool={tool} {...props} />
          ))}
        </span>
      ))}
      {isInside(props.state, 'table') ? (
        <span className="mc-tools-group mc-tools-table">
          {TABLE_TOOLS.map((tool) => (
            <ToolButton key={tool.label} tool={tool} {...props} />
          ))}
        </span>
      ) : null}
    </div>
  );
}

function ToolButton({ tool, state, run, onAsk }: ToolbarProps & { readonly tool: Tool }) {
  const { command } = tool;
  const isOn = tool.isOn?.(state);
  return (
    <Button
      size="small"
      type={isOn ? 'primary' : 'text'}
      ghost={isOn ?? false}
      title={tool.label}
      aria-label={tool.label}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      disabled={typeof command === 'function' && !command(state)}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (typeof command === 'function' ? run(command) : onAsk(command))}
    >
      {tool.icon ?? tool.label}
    </Button>
  );
}

function walk(event: KeyboardEvent, bar: HTMLElement | null, onLeave: () => void): void {
  if (event.key === 'Escape') onLeave();
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || !bar) return;
  const buttons = [...bar.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

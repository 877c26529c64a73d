import {
  AlignCenterOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ItalicOutlined,
  LineOutlined,
  LinkOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from 'prosemirror-tables';
import type { ReactNode } from 'react';
import {
  alignAt,
  indentItem,
  insertRule,
  isInside,
  isMarked,
  outdentItem,
  quote,
  toggleAlign,
  toggleBold,
  toggleItalic,
  toggleList,
  toggleUnderline,
} from '../editor-commands.ts';
import { schema } from '../model/schema.ts';

export interface Tool {
  /** Chinese, with its key where it has one. */
  readonly label: string;
  /** Shown as words when there is no icon. */
  readonly icon?: ReactNode;
  readonly command: Command | 'link' | 'image' | 'table';
  readonly isOn?: (state: EditorState) => boolean;
}

const { nodes } = schema;

export const TEXT_TOOLS: readonly (readonly Tool[])[] = [
  [
    { label: '撤销（Ctrl+Z）', icon: <UndoOutlined />, command: undo },
    { label: '重做（Ctrl+Y）', icon: <RedoOutlined />, command: redo },
  ],
  [
    { label: '加粗（Ctrl+B）', icon: <BoldOutlined />, command: toggleBold, isOn: (state) => isMarked(state, 'bold') },
    {
      label: '斜体（Ctrl+I）',
      icon: <ItalicOutlined />,
      command: toggleItalic,
      isOn: (state) => isMarked(state, 'italic'),
    },
    {
      label: '下划线（Ctrl+U）',
      icon: <UnderlineOutlined />,
      command: toggleUnderline,
      isOn: (state) => isMarked(state, 'underline'),
    },
    { label: '链接（Ctrl+K）', icon: <LinkOutlined />, command: 'link', isOn: (state) => isMarked(state, 'link') },
  ],
  [
    {
      label: '项目符号',
      icon: <UnorderedListOutlined />,
      command: toggleList(nodes.bulletList),
      isOn: (state) => isInside(state, 'bulletList'),
    },
    {
      label: '编号',
      icon: <OrderedListOutlined />,
      command: toggleList(nodes.orderedList),
      isOn: (state) => isInside(state, 'orderedList'),
    },
    { label: '提高一级', icon: <MenuFoldOutlined />, command: outdentItem },
    { label: '降低一级', icon: <MenuUnfoldOutlined />, command: indentItem },
    { label: '引文', command: quote, isOn: (state) => isInside(state, 'blockquote') },
  ],
  [
    {
      label: '居中',
      icon: <AlignCenterOutlined />,
      command: toggleAlign('center'),
      isOn: (state) => alignAt(state) === 'center',
    },
    {
      label: '靠右',
      icon: <AlignRightOutlined />,
      command: toggleAlign('right'),
      isOn: (state) => alignAt(state) === 'right',
    },
  ],
  [
    { label: '插入表格', icon: <TableOutlined />, command: 'table' },
    { label: '插入图片', icon: <PictureOutlined />, command: 'image' },
    { label: '分隔线', icon: <LineOutlined />, command: insertRule },
  ],
];

export const TABLE_TOOLS: readonly Tool[] = [
  { label: '上方加行', command: addRowBefore },
  { label: '下方加行', command: addRowAfter },
  { label: '左侧加列', command: addColumnBefore },
  { label: '右侧加列', command: addColumnAfter },
  { label: '删除行', command: deleteRow },
  { label: '删除列', command: deleteColumn },
  { label: '合并单元格', command: mergeCells },
  { label: '拆分单元格', command: splitCell },
  { label: '首行作表头', command: toggleHeaderRow },
  { label: '删除表格', command: deleteTable },
];

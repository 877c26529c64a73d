import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { splitListItem } from 'prosemirror-schema-list';
import type { Plugin } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import {
  indentItem,
  outdentItem,
  setStyle,
  toggleBold,
  toggleItalic,
  toggleList,
  toggleUnderline,
} from './editor-commands.ts';
import { blockIds } from './model/block-id.ts';
import { schema } from './model/schema.ts';

const { nodes } = schema;

/**
 * Keys as in Word where browsers leave them free. Tab moves between cells and indents list items; elsewhere, and in the last cell, it
 * leaves the editor, so that nobody is caught in it.
 */
export function editing(onAskLink: () => void): Plugin[] {
  return [
    keymap({
      'Mod-z': chainCommands(undoInputRule, undo),
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-b': toggleBold,
      'Mod-i': toggleItalic,
      'Mod-u': toggleUnderline,
      'Mod-k': () => {
        onAskLink();
        return true;
      },
      'Mod-Alt-0': setStyle('paragraph'),
      'Mod-Alt-1': setStyle(2),
      'Mod-Alt-2': setStyle(3),
      'Mod-Alt-3': setStyle(4),
      'Mod-Shift-7': toggleList(nodes.orderedList),
      'Mod-Shift-8': toggleList(nodes.bulletList),
      Enter: splitListItem(nodes.listItem),
      'Mod-Enter': exitCode,
      Tab: chainCommands(goToNextCell(1), indentItem),
      'Shift-Tab': chainCommands(goToNextCell(-1), outdentItem),
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*]\s$/, nodes.bulletList),
        wrappingInputRule(/^(\d{1,4})\.\s$/, nodes.orderedList, (match) => ({ start: Number(match[1]) })),
        textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1]?.length ?? 2 })),
      ],
    }),
    history(),
    gapCursor(),
    tableEditing(),
    blockIds(),
  ];
}

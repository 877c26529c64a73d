import { useEffect, useRef } from 'react';
import type { ImportSource, Place } from '../../import/imports.contract.ts';
import { isSamePlace } from './place-text.ts';

type Block = ImportSource['blocks'][number];
type Table = Extract<Block, { kind: 'table' }>;
type Cell = Table['cells'][number];

/** Paragraphs and tables of the original in reading order; the place asked for is marked and brought into sight. */
export function SourceView({ source, place }: { readonly source: ImportSource; readonly place: Place | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place) box.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'center' });
  }, [place]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="mc-source" ref={box} tabIndex={0} aria-label="原文内容">
      {source.blocks.map((block, index) =>
        block.kind === 'paragraph' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move
          <p key={index} {...marked(place, block.place)}>
            {block.text}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move
          <SourceTable key={index} table={block} place={place} />
        ),
      )}
    </section>
  );
}

function SourceTable({ table, place }: { readonly table: Table; readonly place: Place | null }) {
  const rows: Cell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return (
    <table>
      <tbody>
        {rows.map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
          <tr key={index} {...(cells.some((cell) => isMarked(place, cell.place)) ? MARK : {})}>
            {cells
              .sort((a, b) => a.column - b.column)
              .map((cell) => (
                <td key={cell.column} rowSpan={cell.rowSpan} colSpan={cell.columnSpan}>
                  {cell.text}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MARK = { 'data-marked': 'true', className: 'mc-marked' } as const;

function isMarked(wanted: Place | null, shown: Place): boolean {
  return wanted !== null && isSamePlace(wanted, shown);
}

function marked(wanted: Place | null, shown: Place): typeof MARK | object {
  return isMarked(wanted, shown) ? MARK : {};
}

/** What the PDF engine takes, as far as we write it. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly decoration?: 'underline';
  readonly link?: string;
  readonly font?: string;
  readonly color?: string;
}

export interface TextNode {
  readonly text: readonly Run[];
  readonly alignment?: 'center' | 'right';
  readonly fontSize?: number;
  readonly margin?: readonly [number, number, number, number];
  /** Of the first line, in points. */
  readonly leadingIndent?: number;
  readonly lineHeight?: number;
  readonly characterSpacing?: number;
}

export type PdfNode =
  | TextNode
  | {
      readonly stack: readonly PdfNode[];
      readonly margin?: readonly [number, number, number, number];
      /** All of it on one page. */
      readonly unbreakable?: boolean;
    }
  | { readonly ul: readonly PdfNode[] }
  | { readonly ol: readonly PdfNode[]; readonly start?: number }
  | { readonly image: string; readonly fit: readonly [number, number]; readonly alignment: 'center' }
  | { readonly canvas: readonly object[] }
  | TableNode;

export interface TableNode {
  readonly table: {
    readonly headerRows: number;
    readonly dontBreakRows: boolean;
    readonly widths: readonly string[];
    readonly body: readonly (readonly CellNode[])[];
  };
  readonly layout: 'record';
  readonly margin: readonly [number, number, number, number];
}

export interface CellNode {
  readonly stack?: readonly PdfNode[];
  readonly text?: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly fillColor?: string;
}

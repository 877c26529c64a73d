/** Complex fields: instruction, then what is shown; only links are kept, everything else is its shown text. */
export class DocxFields {
  reading = false;
  readonly #open: { instruction: string; shown: boolean }[] = [];

  mark(kind: string): void {
    if (kind === 'begin') this.#open.push({ instruction: '', shown: false });
    else if (kind === 'separate') {
      const field = this.#open.at(-1);
      if (field) field.shown = true;
    } else if (kind === 'end') this.#open.pop();
  }

  instruction(piece: string): void {
    const field = this.#open.at(-1);
    if (field && field.instruction.length < 2000) field.instruction += piece;
  }

  /** Address of the innermost link that is being shown. */
  get link(): string | undefined {
    const field = this.#open.findLast((one) => one.shown && /^\s*HYPERLINK\s/i.test(one.instruction));
    return field && /HYPERLINK\s+"([^"]+)"/i.exec(field.instruction)?.[1];
  }
}

const GAP = 8;

/** Tops of cards that want to stand at `top` and must not overlap; given in the order of the text, in pixels. */
export function stacked(cards: readonly { readonly top: number; readonly height: number }[]): number[] {
  let free = 0;
  return cards.map(({ top, height }) => {
    const at = Math.max(Math.round(top), free);
    free = at + height + GAP;
    return at;
  });
}

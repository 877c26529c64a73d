/** Counts the bodies that each sender has under way, so that one of them cannot fill the memory. */
export class OpenBodies {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns gives the place back, any number of times; undefined when all places are taken */
  take(sender: string): (() => void) | undefined {
    const count = this.#open.get(sender) ?? 0;
    if (count >= this.#most) return undefined;
    this.#open.set(sender, count + 1);
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const left = (this.#open.get(sender) ?? 1) - 1;
      if (left > 0) this.#open.set(sender, left);
      else this.#open.delete(sender);
    };
  }
}

import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts';
import { foldSubtrees } from './tree-shape.ts';

/** Root of a growing tree in the space of its height: the heads of its full subtrees are enough. */
export class Frontier {
  readonly #heads: { hash: Hash; width: number }[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @param hash of the next leaf */
  push(hash: Hash): void {
    let head = { hash, width: 1 };
    for (let last = this.#heads.at(-1); last?.width === head.width; last = this.#heads.at(-1)) {
      this.#heads.pop();
      head = { hash: nodeHash(last.hash, head.hash), width: head.width * 2 };
    }
    this.#heads.push(head);
    this.#size += 1;
  }

  root(): Hash {
    return this.#size === 0 ? EMPTY_ROOT : foldSubtrees(this.#heads.map(({ hash }) => hash));
  }
}

/** An audience and the wider one that it is a kind of. */
export interface AudienceLink {
  readonly name: string;
  readonly parent: string | null;
}

export interface AudienceNode<T extends AudienceLink> {
  readonly item: T;
  readonly kinds: readonly AudienceNode<T>[];
}

/** Nested, in the order given; what has a parent outside the list stands at the top. */
export function audienceTree<T extends AudienceLink>(links: readonly T[]): AudienceNode<T>[] {
  const names = new Set(links.map((link) => link.name));
  const below = (parent: string | null): AudienceNode<T>[] =>
    links
      .filter((link) => (link.parent !== null && names.has(link.parent) ? link.parent : null) === parent)
      .map((item) => ({ item, kinds: below(item.name) }));
  return below(null);
}

/** The same order, flat: each followed by its kinds, with all that stand above it, the nearest first. */
export function inTreeOrder<T extends AudienceLink>(links: readonly T[]): (T & { above: string[] })[] {
  const flat = (nodes: readonly AudienceNode<T>[], above: readonly string[]): (T & { above: string[] })[] =>
    nodes.flatMap(({ item, kinds }) => [{ ...item, above: [...above] }, ...flat(kinds, [item.name, ...above])]);
  return flat(audienceTree(links), []);
}

/** True when the new parent is the audience itself or one of its own kinds: then neither would be found any more. */
export function makesCircle(links: readonly AudienceLink[], name: string, parent: string | null): boolean {
  const parents = new Map(links.map((link) => [link.name, link.parent]));
  for (let above = parent; above !== null; above = parents.get(above) ?? null) if (above === name) return true;
  return false;
}

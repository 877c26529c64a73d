import type { OpenRelation } from '../../publications/index.ts';
import { documentHref } from './document-list.portal.tsx';

/** Interpretations stand first: they are what most readers look for. */
const FIRST = ['interprets', 'guide', 'serviceLink', 'faq', 'basis'];

/** Everything that belongs to a document, both ways, by the words of the relation (LIB-7). */
export function RelatedItems({
  related,
  labelOf,
}: {
  related: readonly OpenRelation[];
  labelOf: (relation: OpenRelation) => string;
}) {
  const shown = related.filter((one) => one.direction === 'to' || one.status === 'public');
  const groups = Map.groupBy(shown, labelOf);
  const place = (relations: readonly OpenRelation[]) => {
    const at = FIRST.indexOf(relations[0]?.type ?? '');
    return at === -1 ? FIRST.length : at;
  };
  return (
    <>
      {[...groups]
        .sort(([, a], [, b]) => place(a) - place(b))
        .map(([label, relations], index) => (
          <section key={label} class="related" aria-labelledby={`related-${index}`}>
            <h2 id={`related-${index}`}>{label}</h2>
            <ul class="side-links">
              {relations.map((relation) => (
                <li key={`${relation.number}-${relation.address}-${relation.title}`}>
                  <RelationLink relation={relation} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function RelationLink({ relation }: { relation: OpenRelation }) {
  const title = relation.title || relation.address || '（已移除）';
  const reachable = relation.number !== null && relation.status !== 'removed';
  if (reachable) return <a href={documentHref(relation.number ?? 0)}>{title}</a>;
  if (relation.address)
    return (
      <a href={relation.address} rel="noopener noreferrer">
        {title}
      </a>
    );
  return <span>{title}</span>;
}

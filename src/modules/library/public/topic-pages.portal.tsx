import { EmptyState, longDay, PageTitle, Section } from '../../../portal/index.ts';
import type { Topic } from '../topics/topics.contract.ts';
import { isOver } from '../validity/validity-words.ts';
import { DocumentList } from './document-list.portal.tsx';
import { libraryHref } from './library-filter.ts';
import type { ListedDocument } from './open-library.ts';

/** Topic collections by what people need, then the classes of the whole library (TOP-4, TOP-5). */
export function TopicListBody({ topics }: { topics: readonly Topic[] }) {
  const standing = topics.filter((topic) => topic.retiredOn === null);
  const collections = standing.filter((topic) => topic.kind === 'collection');
  const classes = standing.filter((topic) => topic.kind === 'class');
  return (
    <>
      <PageTitle title="政策主题" lead="跨部门汇集同一件事的政策，由牵头单位维护并定期巡查。" />
      <Section id="collections" title="特色主题">
        {collections.length === 0 ? (
          <EmptyState title="还没有特色主题" />
        ) : (
          <ul class="topic-cards">
            {collections.map((topic) => (
              <li key={topic.code} class="card">
                <h3>
                  <a href={`/topics/${topic.code}`}>{topic.name}</a>
                </h3>
                <p>{topic.description}</p>
                <p class="muted">
                  {topic.documents} 件文件 · 牵头单位：{topic.leadUnitName ?? '待确定'}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="classes" title="主题分类" tint>
        <ul class="topic-classes">
          {classes.map((topic) => (
            <li key={topic.code}>
              <a href={libraryHref({ topic: topic.name })}>
                {topic.name} <span class="count">{topic.documents}</span>
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** One collection: documents that hold first by label, those that are over told apart. */
export function TopicBody({ topic, documents }: { topic: Topic; documents: readonly ListedDocument[] }) {
  const over = documents.filter((one) => isOver(one.validity));
  const holding = documents.filter((one) => !over.includes(one));
  const groups = grouped(topic, holding);
  return (
    <>
      <PageTitle title={topic.name} lead={topic.description} eyebrow="特色主题" />
      <div class="wrap">
        <p class="topic-facts">
          牵头单位：{topic.leadUnitName ?? '待确定'} · 现行文件 {holding.length} 件
          {topic.lastPatrol && <> · 最近巡查：{longDay(topic.lastPatrol.on)}</>}
        </p>
        {topic.audiences.length > 0 && (
          <ul class="labels" aria-label="适用对象">
            {topic.audiences.map((audience) => (
              <li key={audience}>
                <a href={libraryHref({ audience })}>适用于：{audience}</a>
              </li>
            ))}
          </ul>
        )}
        {holding.length === 0 && <EmptyState title="这个主题还没有现行文件" />}
        {groups.map(({ tag, items }) => (
          <section key={tag} class="topic-group" aria-labelledby={`tag-${tag}`}>
            <h2 id={`tag-${tag}`}>{tag}</h2>
            <DocumentList documents={items} />
          </section>
        ))}
        {over.length > 0 && (
          <details class="topic-over">
            <summary>已失效、已废止、已截止的文件 {over.length} 件</summary>
            <DocumentList documents={over} short />
          </details>
        )}
      </div>
    </>
  );
}

/** Every document once, under the first of the topic's labels that it carries. */
function grouped(topic: Topic, documents: readonly ListedDocument[]): { tag: string; items: ListedDocument[] }[] {
  const tagOf = (document: ListedDocument) => topic.tags.find((tag) => document.tags.includes(tag)) ?? '其他';
  const groups = Map.groupBy(documents, tagOf);
  return [...topic.tags, '其他'].flatMap((tag) => {
    const items = groups.get(tag);
    return items ? [{ tag, items }] : [];
  });
}

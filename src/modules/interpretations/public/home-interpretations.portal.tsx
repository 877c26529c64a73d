import { excerpt, type HomeShare, longDay, Section } from '../../../portal/index.ts';
import type { OpenItemSummary, OpenPublications } from '../../publications/index.ts';
import { INTERPRETATION_FORMS, type InterpretationForm } from '../interpretation-words.ts';

const ON_HOME = 3;
const SUMMARY_LENGTH = 80;

/** The newest interpretations, with their form: what is told in pictures or by film is seen at once (ITP-9). */
export async function interpretationsHome(open: OpenPublications): Promise<HomeShare> {
  const { items, total } = await open.items({ kinds: ['interpretation'], page: 1, pageSize: ON_HOME });
  if (total === 0) return {};
  return {
    entries: [{ href: '/interpretations', label: '政策解读', note: `共 ${total} 条` }],
    sections: (
      <Section id="explained" title="最新政策解读" tint more={<a href="/interpretations">全部政策解读</a>}>
        <ul class="results">
          {items.map((item) => (
            <Card key={item.number} item={item} />
          ))}
        </ul>
      </Section>
    ),
  };
}

function Card({ item }: { item: OpenItemSummary }) {
  const { form, summary } = item.fields;
  return (
    <li class="card">
      <p class="result-day">
        <span class="flag">{INTERPRETATION_FORMS[form as InterpretationForm] ?? '解读'}</span>{' '}
        <time dateTime={item.datedOn}>{longDay(item.datedOn)}</time>
      </p>
      <h3>
        <a href={`/documents/${item.number}`}>{item.title}</a>
      </h3>
      {typeof summary === 'string' && <p>{excerpt(summary, SUMMARY_LENGTH)}</p>}
    </li>
  );
}

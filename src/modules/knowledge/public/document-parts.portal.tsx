import type { DocumentPart, LibraryServices } from '../../library/index.ts';
import type { OpenItem, OpenPublications } from '../../publications/index.ts';
import { entriesAbout, entriesOf } from '../entries/open-entries.ts';
import { passageHref } from '../passages/passage-href.ts';
import { FaqList } from './faq-list.portal.tsx';

const SHOWN = 50;

/** On the page of a policy its frequent questions (KB-5); on that of an entry, what it rests on and how else it is asked. */
export function faqParts(open: OpenPublications, library: Pick<LibraryServices['open'], 'units'>): DocumentPart {
  return {
    below: async (item) => {
      if (item.status !== 'public') return null;
      if (item.kind === 'faq') return <RestsOn item={item} policies={await policiesOf(open, item)} />;
      const about = (await entriesAbout(open, item.number)).slice(0, SHOWN);
      if (about.length === 0) return null;
      const items = await Promise.all(about.map((entry) => open.item(entry.number)));
      const units = await library.units();
      return (
        <section class="board wrap" aria-labelledby="faq">
          <h2 id="faq">关于这份文件的常见问题</h2>
          <FaqList
            entries={items.filter((one): one is OpenItem => one?.status === 'public')}
            unitName={(id) => units.find((unit) => unit.id === id)?.shortName ?? ''}
          />
          <p>
            <a href="/ask-policy">问政策</a>
          </p>
        </section>
      );
    },
  };
}

async function policiesOf(open: OpenPublications, item: OpenItem): Promise<OpenItem[]> {
  const [entry] = await entriesOf(open, [item]);
  const policies = await Promise.all((entry?.policies ?? []).map((number) => open.item(number)));
  return policies.filter((policy): policy is OpenItem => policy?.status === 'public');
}

function RestsOn({ item, policies }: { item: OpenItem; policies: readonly OpenItem[] }) {
  const basis = typeof item.fields.basis === 'string' ? item.fields.basis : '';
  const wordings = Array.isArray(item.fields.wordings) ? item.fields.wordings.map(String) : [];
  if (policies.length === 0 && wordings.length === 0) return null;
  return (
    <section class="board wrap" aria-labelledby="rests-on">
      <h2 id="rests-on">依据</h2>
      {basis !== '' && (
        <blockquote class="faq-basis">
          <p>{basis}</p>
        </blockquote>
      )}
      <ul class="side-links">
        {policies.map((policy) => (
          <li key={policy.number}>
            <a href={basis === '' ? `/documents/${policy.number}` : passageHref(policy.number, basis)}>
              {policy.title}
            </a>
          </li>
        ))}
      </ul>
      {wordings.length > 0 && <p class="muted">也有人这样问：{wordings.join('；')}</p>}
    </section>
  );
}

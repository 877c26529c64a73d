import type { HomeEntry, HomeShare } from './portal-part.ts';
import type { Site } from './site.ts';

/** Where citizens come in: find something, see what is new, see what was promised and how far it is. */
export function HomeBody({ site, shares }: { site: Site; shares: readonly HomeShare[] }) {
  const pictures = shares.flatMap((share) => share.picture ?? []);
  return (
    <>
      <div class="hero">
        <div class={pictures.length > 0 ? 'wrap hero-grid' : 'wrap hero-alone'}>
          <div class="hero-text">
            <h1>{site.name}</h1>
            <p class="hero-lead">查政策、看解读，看承诺的事办到了哪一步。</p>
            {shares.map((share) => share.entrance)}
          </div>
          {pictures}
        </div>
      </div>
      <Entries entries={shares.flatMap((share) => share.entries ?? [])} />
      {shares.map((share) => share.sections)}
    </>
  );
}

function Entries({ entries }: { entries: readonly HomeEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <nav class="wrap" aria-label="栏目">
      <ul class="entries">
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href}>
              <span class="entries-label">{entry.label}</span>
              <span>{entry.note}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

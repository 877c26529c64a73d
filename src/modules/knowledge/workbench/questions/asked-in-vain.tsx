import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';

interface Asked {
  readonly items: readonly { readonly text: string; readonly times: number; readonly lastOn: string }[];
}

const SHOWN = 20;

/** What people asked the portal and nothing public answered: masked, counted, never with who asked. */
export function AskedInVain() {
  const asked = useApi<Asked>('/api/knowledge/asked');
  const items = (asked.data?.items ?? []).slice(0, SHOWN);
  if (items.length === 0) return null;
  return (
    <Section title="“问政策”没有答上的提问" extra="近 90 天，已隐去个人信息，不记是谁问的">
      <ul className="mc-list">
        {items.map((one) => (
          <li key={one.text}>
            <div className="mc-list-line">
              <span className="mc-list-main">{one.text}</span>
              <span className="mc-muted mc-small">
                {one.times} 次 · 最近 {dayText(one.lastOn)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

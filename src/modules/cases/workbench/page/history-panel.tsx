import { instantText, withDayTexts } from '../../../../workbench/components/day.ts';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { SATISFACTION_WORDS } from '../../case-words.ts';
import type { CaseView } from '../../cases.contract.ts';

/** What a history calls whoever sent a case, whatever its kind. */
const SENDER = '来信人';

/** Everything that happened, the newest first, with what the sender said of it in the end. @param who what the kind calls its sender */
export function HistoryPanel({ view, who = SENDER }: { readonly view: CaseView; readonly who?: string }) {
  return (
    <>
      {view.rating || view.followUps.length > 0 ? (
        <Section title="评价与回访">
          {view.rating ? (
            <p>
              {who}评价：<strong>{SATISFACTION_WORDS[view.rating.stars - 1]}</strong>（{instantText(view.rating.at)}）
              {view.rating.comment ? `：${view.rating.comment}` : ''}
            </p>
          ) : null}
          <ul className="mc-list">
            {view.followUps.map((one) => (
              <li key={one.at}>
                <ToneTag tone={one.isSolved ? 'green' : 'orange'}>{one.isSolved ? '已解决' : '未解决'}</ToneTag>{' '}
                {one.text}
                <div className="mc-muted mc-small">
                  {one.by} · {instantText(one.at)}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="办理经过">
        <FoldedList items={view.history.toReversed()} shown={8} noun="条记录">
          {(items) => (
            <ol className="mc-list">
              {items.map((one) => (
                <li key={`${one.at} ${one.event} ${one.text}`}>
                  {withDayTexts(one.text.replaceAll(SENDER, who))}
                  <div className="mc-muted mc-small">
                    {one.by === SENDER ? who : one.by} · {instantText(one.at)}
                  </div>
                </li>
              ))}
            </ol>
          )}
        </FoldedList>
      </Section>
    </>
  );
}

import { EmptyState, longDay, PageTitle } from '../../../portal/index.ts';
import type { Unit } from '../../organisations/index.ts';
import type { OpenItemSummary } from '../../publications/index.ts';
import { CONTEST_PHASES, type Contest, type ContestResult } from '../contests/contest.ts';
import type { ContestWithCandidates } from '../contests/contests.service.ts';
import { INTERPRETATION_FORMS } from '../interpretation-words.ts';

export function ContestsBody({ contests }: { contests: readonly Contest[] }) {
  return (
    <>
      <PageTitle
        title="优秀解读评选"
        lead="每年请大家评一评：哪些解读看得懂、用得上。不用登录，投票截止以后公布结果。"
      />
      <div class="wrap">
        {contests.length === 0 ? (
          <EmptyState title="还没有评选" />
        ) : (
          <ul class="documents">
            {contests.map((contest) => (
              <li key={contest.number}>
                <h2 class="document-title">
                  <a href={`/interpretation-contests/${contest.number}`}>{contest.title}</a>
                </h2>
                <p class="document-meta">
                  <span class="flag">{CONTEST_PHASES[contest.phase]}</span>
                  <Period contest={contest} />
                </p>
                <p class="document-summary">{contest.summary}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function Period({ contest }: { contest: Contest }) {
  return (
    <span>
      {longDay(contest.opensOn)}至{longDay(contest.closesOn)}
    </span>
  );
}

interface Shown {
  readonly shown: ContestWithCandidates;
  readonly units: readonly Unit[];
}

interface Again {
  /** Ticked on the ballot that did not count. */
  readonly chosen: readonly number[];
  /** Why it did not count, as a Chinese sentence. */
  readonly fault: string | null;
}

export function ContestBody({ shown, units, chosen, fault }: Shown & Again) {
  const { contest, candidates, results } = shown;
  return (
    <>
      <PageTitle title={contest.title} lead={contest.summary} eyebrow={CONTEST_PHASES[contest.phase]} />
      <div class="wrap spaced">
        <p>
          投票时间：
          <Period contest={contest} />。<a href={`/documents/${contest.number}`}>评选办法和公开记录</a>
        </p>
        {fault && (
          <p id="vote" class="notice" role="alert">
            没有投上：{fault}
          </p>
        )}
        {candidates.length === 0 && <EmptyState title="还没有参评的解读" />}
        {results && candidates.length > 0 && <Results results={results} candidates={candidates} />}
        {contest.phase === 'before' && candidates.length > 0 && <Candidates candidates={candidates} units={units} />}
        {contest.phase === 'open' && candidates.length > 0 && (
          <Ballot shown={shown} units={units} chosen={chosen} fault={fault} />
        )}
      </div>
    </>
  );
}

function CandidateLine({ item, units }: { item: OpenItemSummary; units: readonly Unit[] }) {
  return (
    <span class="muted">
      {INTERPRETATION_FORMS[item.fields.form as keyof typeof INTERPRETATION_FORMS]}，
      {units.find((unit) => unit.id === item.unitId)?.name}
    </span>
  );
}

function Candidates({ candidates, units }: { candidates: readonly OpenItemSummary[]; units: readonly Unit[] }) {
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">参评的解读</h2>
      <ul>
        {candidates.map((item) => (
          <li key={item.number}>
            <a href={`/documents/${item.number}`}>{item.title}</a> <CandidateLine item={item} units={units} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Boxes and a button, nothing that needs a script; the server says when too many are ticked. */
function Ballot({ shown: { contest, candidates }, units, chosen, fault }: Shown & Again) {
  return (
    <form class="ballot" method="post" action={`/interpretation-contests/${contest.number}/vote`}>
      <fieldset aria-describedby={fault ? 'vote' : undefined}>
        <legend>
          <h2>请选出您认为好的解读（最多 {contest.choices} 件）</h2>
        </legend>
        {candidates.map((item) => (
          <div key={item.number} class="ballot-choice">
            <input
              type="checkbox"
              id={`c${item.number}`}
              name="candidates"
              value={String(item.number)}
              checked={chosen.includes(item.number)}
            />
            <label for={`c${item.number}`}>
              {item.title} <CandidateLine item={item} units={units} />
            </label>
            <a href={`/documents/${item.number}`}>
              查看<span class="unseen">“{item.title}”</span>
            </a>
          </div>
        ))}
      </fieldset>
      <button class="button" type="submit">
        投票
      </button>
      <p class="hint">不用登录，不记录您是谁。同一网络一天以最后一次为准。</p>
    </form>
  );
}

function Results({
  results,
  candidates,
}: {
  results: readonly ContestResult[];
  candidates: readonly OpenItemSummary[];
}) {
  const most = Math.max(1, ...results.map((one) => one.votes));
  const all = results.reduce((sum, one) => sum + one.votes, 0);
  return (
    <section aria-labelledby="results">
      <h2 id="results">投票结果</h2>
      <p>
        共收到 <strong>{all}</strong> 票。
      </p>
      <ol class="contest-results">
        {results.map((result) => (
          <li key={result.number} value={result.rank}>
            <span class="flag">第 {result.rank} 名</span>{' '}
            <a href={`/documents/${result.number}`}>
              {candidates.find((item) => item.number === result.number)?.title}
            </a>
            <span class="contest-bar">
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={(result.votes * 100) / most} height="10" rx="1" />
              </svg>
              <span class="count">{result.votes} 票</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

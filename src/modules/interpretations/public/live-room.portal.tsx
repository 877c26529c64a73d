import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { EmptyState, longDay, type PageRoute, PageTitle, Pagination, pageRoute } from '../../../portal/index.ts';
import type { LibraryServices } from '../../library/index.ts';
import type { Unit } from '../../organisations/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { type LiveSession, liveSessionOf, programme } from '../live-room/live-room.ts';

const PER_PAGE = 12;
/** The whole programme is put in order at once; a district holds some dozens a year. */
const MOST = 1000;
const Query = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) });

/** 政务直播间 (ITP-13): what is to come, and what can be watched again. */
export function liveRoomPage(context: {
  readonly open: OpenPublications;
  readonly library: LibraryServices['open'];
}): PageRoute {
  const { open, library } = context;
  return pageRoute({
    url: '/live-room',
    access: { kind: 'portal', action: 'read' },
    query: Query,
    make: async ({ query }) => {
      const today = library.today;
      const { items } = await open.items({ kinds: ['liveSession'], sort: '-datedOn', page: 1, pageSize: MOST });
      const { coming, over } = programme(
        items.map((item) => liveSessionOf(item, today)),
        today,
      );
      const units = await library.units();
      return {
        head: {
          title: '政务直播间',
          trail: [{ href: '/interpretations', label: '政策解读' }],
          description: '政务直播预告和回放',
        },
        body: <LiveRoomBody coming={coming} over={over} page={query.page} units={units} />,
      };
    },
  });
}

function LiveRoomBody(shown: {
  readonly coming: readonly LiveSession[];
  readonly over: readonly LiveSession[];
  readonly page: number;
  readonly units: readonly Unit[];
}) {
  const { coming, over, page, units } = shown;
  return (
    <>
      <PageTitle title="政务直播间" lead="新出台的决策、规范性文件和大家常问的事项，请负责的部门当面讲、在线答。" />
      <div class="wrap spaced">
        <section aria-labelledby="coming">
          <h2 id="coming">直播预告</h2>
          {coming.length === 0 ? <p>目前没有安排好的直播。</p> : <Sessions sessions={coming} units={units} />}
        </section>
        <section aria-labelledby="over">
          <h2 id="over">往期直播</h2>
          {over.length === 0 ? (
            <EmptyState title="还没有往期直播" />
          ) : (
            <Sessions sessions={over.slice((page - 1) * PER_PAGE, page * PER_PAGE)} units={units} />
          )}
          <Pagination
            page={page}
            pageSize={PER_PAGE}
            total={over.length}
            href={(next) => (next === 1 ? '/live-room' : `/live-room?page=${next}`)}
          />
        </section>
      </div>
    </>
  );
}

function Sessions({ sessions, units }: { sessions: readonly LiveSession[]; units: readonly Unit[] }) {
  return (
    <ul class="documents">
      {sessions.map((session) => (
        <li key={session.number}>
          <h3 class="document-title">
            <a href={`/documents/${session.number}`}>{session.title}</a>
          </h3>
          <p class="document-meta">
            <span class="flag">{session.stateText}</span>
            <time dateTime={session.heldOn}>
              {longDay(session.heldOn)} {session.startsAt}
            </time>
            <span>{units.find((unit) => unit.id === session.unitId)?.name}</span>
            <span>{session.occasion}</span>
          </p>
          <p class="document-summary">{session.summary}</p>
          <p>嘉宾：{session.guests}</p>
          <SessionLinks session={session} />
        </li>
      ))}
    </ul>
  );
}

/** Where to watch now or again; nothing for what was called off. */
export function SessionLinks({ session }: { session: LiveSession }): ComponentChildren {
  if (session.state === 'cancelled') return null;
  if (session.replay)
    return (
      <p>
        <a href={session.replay}>
          观看回放<span class="unseen">：{session.title}</span>
        </a>
      </p>
    );
  if (session.state === 'held' || !session.address) return null;
  return (
    <p>
      <a href={session.address}>
        进入直播<span class="unseen">：{session.title}</span>
      </a>
      {session.asking && <>。提问方式：{session.asking}</>}
    </p>
  );
}

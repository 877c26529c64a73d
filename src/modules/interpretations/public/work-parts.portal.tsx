import { Fact, Facts, longDay } from '../../../portal/index.ts';
import type { DocumentPart, LibraryServices } from '../../library/index.ts';
import type { OpenItem } from '../../publications/index.ts';
import { INTERPRETATION_FORMS, INTERPRETATION_STAGES, INTERPRETERS } from '../interpretation-words.ts';
import { liveSessionOf } from '../live-room/live-room.ts';
import { MEDIUM_KINDS } from '../registers/registers.contract.ts';
import type { PublicReprint, PublicReprints } from '../spread/public-reprints.service.ts';
import { isWebAddress } from '../web-address.ts';
import { SessionLinks } from './live-room.portal.tsx';

/** What stands beside and below interpretations, live sessions and contests on their own pages. */
export function workPart(reprints: PublicReprints, library: LibraryServices['open']): DocumentPart {
  return {
    beside: async (item) => {
      if (item.kind === 'interpretation') return <InterpretationFacts item={item} />;
      if (item.kind === 'liveSession') return <SessionFacts item={item} library={library} />;
      if (item.kind !== 'interpretationContest' || item.status !== 'public') return null;
      return (
        <section aria-labelledby="contest">
          <h2 id="contest">评选</h2>
          <p>
            <a href={`/interpretation-contests/${item.number}`}>去投票或查看结果</a>
          </p>
        </section>
      );
    },
    below: async (item) => {
      if (item.kind !== 'interpretation' || item.status !== 'public') return null;
      const { shown, total } = await reprints.of(item.number);
      return total === 0 ? null : <Reprints shown={shown} total={total} />;
    },
  };
}

function InterpretationFacts({ item }: { item: OpenItem }) {
  const word = (words: Readonly<Record<string, string>>, code: string) => words[String(item.fields[code])];
  const media = item.fields.mediaAddress;
  return (
    <section aria-labelledby="interpretation">
      <h2 id="interpretation">解读信息</h2>
      <Facts>
        <Fact name="解读形式">{word(INTERPRETATION_FORMS, 'form')}</Fact>
        <Fact name="解读阶段">{word(INTERPRETATION_STAGES, 'stage')}</Fact>
        <Fact name="解读主体">{word(INTERPRETERS, 'interpreter')}</Fact>
        <Fact name="音视频、回放">
          {typeof media === 'string' && isWebAddress(media) && <a href={media}>观看或收听</a>}
        </Fact>
      </Facts>
    </section>
  );
}

function SessionFacts({ item, library }: { item: OpenItem; library: LibraryServices['open'] }) {
  const session = liveSessionOf(item, library.today);
  return (
    <section aria-labelledby="session">
      <h2 id="session">直播信息</h2>
      <Facts>
        <Fact name="状态">{session.stateText}</Fact>
        <Fact name="时间">
          {longDay(session.heldOn)} {session.startsAt}
        </Fact>
        <Fact name="内容">{session.occasion}</Fact>
        <Fact name="嘉宾">{session.guests}</Fact>
      </Facts>
      {item.status === 'public' && <SessionLinks session={session} />}
      <p>
        <a href="/live-room">政务直播间</a>
      </p>
    </section>
  );
}

function Reprints({ shown, total }: { shown: readonly PublicReprint[]; total: number }) {
  return (
    <section class="reprints wrap" aria-labelledby="reprints">
      <h2 id="reprints">媒体转载</h2>
      <ul>
        {shown.map((one) => (
          <li key={one.address}>
            <a href={one.address} rel="nofollow noopener">
              {one.medium}
            </a>{' '}
            <span class="muted">
              {MEDIUM_KINDS[one.mediumKind as keyof typeof MEDIUM_KINDS]}，{longDay(one.day)}
            </span>
          </li>
        ))}
      </ul>
      {total > shown.length && (
        <p class="muted">
          共 {total} 次转载，以上为最近 {shown.length} 次。
        </p>
      )}
    </section>
  );
}

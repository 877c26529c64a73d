import { Fact, Facts, longDay } from '../../../portal/index.ts';
import type { CasesDoor } from '../../cases/index.ts';
import type { DocumentPart } from '../../library/index.ts';
import type { OpenItem, OpenPublications } from '../../publications/index.ts';
import { askHref } from './channel-words.ts';
import { type OpenReply, repliesAbout, replyOf } from './open-replies.ts';
import { ReplyList } from './reply-list.portal.tsx';

/** The board on each policy page (MSG-1, MSG-8), and the question above each selected answer (MSG-7). */
export function messageParts(cases: Pick<CasesDoor, 'view'>, open: OpenPublications): DocumentPart {
  return {
    above: async (item) => {
      if (item.kind !== 'selectedReply' || item.status === 'removed') return null;
      return <Asked item={item} policy={await policyOf(open, item)} />;
    },
    below: async (item) => {
      if (item.kind !== 'policyDocument' || item.status !== 'public') return null;
      const kind = (await cases.view.kinds()).find((one) => one.code === 'policyMessage');
      if (!kind) return null;
      return <Board number={item.number} term={kind.term} replies={await repliesAbout(open, item.number)} />;
    },
  };
}

function Board({ number, term, replies }: { number: number; term: string; replies: readonly OpenReply[] }) {
  return (
    <section class="board wrap" aria-labelledby="board">
      <h2 id="board">对这份文件有疑问？</h2>
      <p>向起草单位留言，{term}内答复。不用登录。</p>
      <p class="actions">
        <a class="button" href={askHref('policyMessage', number)}>
          我要留言
        </a>
        <a href="/messages/look-up">查看我的留言</a>
        <a href={`/site-errors/new?page=/documents/${number}`}>本页有错</a>
      </p>
      <div class="board-replies">
        <h3 id="evaluation">政策评价和意见建议</h3>
        <p>
          您觉得这项政策怎么样、哪里要改，<a href={askHref('suggestion', number)}>评价这项政策、提意见建议</a>
          ，起草单位答复采纳情况。
        </p>
      </div>
      {replies.length > 0 && (
        <div class="board-replies">
          <h3>留言选登</h3>
          <ReplyList replies={replies} level="h3" />
        </div>
      )}
    </section>
  );
}

/** As it stands today; undefined when it asks about none, or that is public no more. */
async function policyOf(open: OpenPublications, item: OpenItem): Promise<OpenItem | undefined> {
  const number = item.relations.find((one) => one.type === 'asksAbout')?.number;
  const policy = number ? await open.item(number) : undefined;
  return policy?.status === 'public' ? policy : undefined;
}

function Asked({ item, policy }: { item: OpenItem; policy: OpenItem | undefined }) {
  const reply = replyOf(item);
  return (
    <section class="asked-part" aria-labelledby="asked">
      <h2 id="asked">留言内容</h2>
      <div class="said said-asked">{reply.question}</div>
      <Facts>
        <Fact name="留言人">{reply.sender}</Fact>
        <Fact name="来信渠道">{reply.channel}</Fact>
        <Fact name="留言时间">{longDay(reply.askedOn)}</Fact>
        <Fact name="答复时间">{longDay(reply.answeredOn)}</Fact>
        <Fact name="答复单位">{reply.answeringUnit}</Fact>
        <Fact name="留言的政策">{policy && <a href={`/documents/${policy.number}`}>{policy.title}</a>}</Fact>
      </Facts>
      <h2>答复内容</h2>
    </section>
  );
}

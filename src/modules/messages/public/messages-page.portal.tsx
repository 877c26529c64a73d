import { EmptyState, longDay, PageTitle, Ring, Section, ShareBar, Table } from '../../../portal/index.ts';
import type { CaseKindView } from '../../cases/index.ts';
import type { MessageSums, PublicFigures } from '../figures/public-figures.ts';
import { FEW_RATED, LEAST_RATED, percentOf, satisfiedText, shareText } from '../figures/rating-words.ts';
import { askHref, CHANNEL_WORDS, isOffered } from './channel-words.ts';
import type { OpenReply } from './open-replies.ts';
import { ReplyList } from './reply-list.portal.tsx';

const UNITS_SHOWN = 12;

/** 互动交流: ways of asking with their time limits, what was answered, how well it goes (MSG-2, MSG-7, MSG-12). */
export function MessagesBody(props: {
  readonly kinds: readonly CaseKindView[];
  readonly replies: readonly OpenReply[];
  readonly total: number;
  readonly figures: PublicFigures;
}) {
  const { kinds, replies, total, figures } = props;
  return (
    <>
      <PageTitle title="互动交流" lead="有问题请问，有建议请提。不用登录，凭编号和查询码看进度和答复。" />
      <div class="wrap">
        <ul class="channels">
          <li>
            <a href="/library">政策留言</a>
            <span class="channel-term">{termOf(kinds, 'policyMessage')}</span>
            <span>打开政策文件，在页面下方向起草单位留言。</span>
          </li>
          {kinds
            .filter((kind) => kind.code !== 'policyMessage')
            .map((kind) => isOffered(kind.code) && <Channel key={kind.code} kind={kind} code={kind.code} />)}
        </ul>
        <p class="actions">
          <a class="button button-quiet" href="/messages/look-up">
            查看办理进度和答复
          </a>
          <a href="/disclosure-requests">申请公开政府信息</a>
        </p>
      </div>
      <Section
        id="replies"
        title="留言选登"
        more={total > replies.length && <a href="/messages/selected">全部 {total} 条</a>}
      >
        {replies.length === 0 ? <EmptyState title="还没有选登的留言" /> : <ReplyList replies={replies} level="h3" />}
      </Section>
      <Section id="figures" title={`${figures.year}年办理情况`} tint>
        <Figures figures={figures} />
      </Section>
    </>
  );
}

function Channel({ kind, code }: { kind: CaseKindView; code: keyof typeof CHANNEL_WORDS }) {
  return (
    <li>
      <a href={askHref(code)}>{CHANNEL_WORDS[code].name ?? kind.label}</a>
      <span class="channel-term">
        {kind.term}内答复{kind.simpleTerm && `，简单问题 ${kind.simpleTerm}`}
      </span>
      <span>{CHANNEL_WORDS[code].about}</span>
    </li>
  );
}

function termOf(kinds: readonly CaseKindView[], code: string): string {
  const kind = kinds.find((one) => one.code === code);
  return kind ? `${kind.term}内答复` : '';
}

/** Pictures whose numbers stand beside them in words. */
function Figures({ figures }: { figures: PublicFigures }) {
  const { whole, kinds, units } = figures;
  if (whole.received === 0) return <p>今年还没有收到来件。</p>;
  return (
    <>
      <p class="section-note">
        截至{longDay(figures.until)}，收到 {whole.received} 件，已答复 {whole.answered} 件
        {whole.averageWorkHours !== null && `，平均用时 ${whole.averageWorkHours.toFixed(1)} 个工作小时`}
        。数字由办理记录算出，约十分钟更新一次。
      </p>
      <ul class="rings">
        <Circle name="按期答复" part={whole.onTime} of={whole.answered} />
        <Circle name="满意" part={whole.satisfied} of={whole.rated} noun="人评价" least={LEAST_RATED} />
      </ul>
      <div class="channel-figures">
        <Table<MessageSums>
          caption="各渠道（条形：按期答复、逾期答复、尚未答复）"
          columns={columns('渠道')}
          rows={kinds}
          rowKey={(row) => row.label}
        />
      </div>
      {units.length > 0 && (
        <details class="channel-figures">
          <summary>各单位办理情况</summary>
          <Table<MessageSums>
            caption={units.length > UNITS_SHOWN ? `答复最多的 ${UNITS_SHOWN} 个单位` : '各单位'}
            columns={columns('单位')}
            rows={units.slice(0, UNITS_SHOWN)}
            rowKey={(row) => row.label}
          />
        </details>
      )}
    </>
  );
}

function columns(name: string) {
  return [
    { header: name, kind: 'name' as const, cell: (row: MessageSums) => row.label },
    { header: '办理', kind: 'bar' as const, cell: (row: MessageSums) => <Bar row={row} /> },
    { header: '收到', kind: 'number' as const, cell: (row: MessageSums) => row.received },
    { header: '已答复', kind: 'number' as const, cell: (row: MessageSums) => row.answered },
    { header: '按期', kind: 'number' as const, cell: (row: MessageSums) => shareText(row.onTime, row.answered) },
    { header: '满意', kind: 'number' as const, cell: (row: MessageSums) => satisfiedText(row.satisfied, row.rated) },
  ];
}

function Bar({ row }: { row: MessageSums }) {
  return (
    <ShareBar
      shares={[
        { tone: 'done', value: row.onTime },
        { tone: 'late', value: row.answered - row.onTime },
        { tone: 'idle', value: Math.max(0, row.received - row.answered) },
      ]}
    />
  );
}

interface CircleProps {
  readonly name: string;
  readonly part: number;
  readonly of: number;
  readonly noun?: string;
  /** Of fewer a share says nothing. */
  readonly least?: number;
}

function Circle({ name, part, of, noun = '件', least = 1 }: CircleProps) {
  return (
    <li>
      {of >= least && <Ring percent={percentOf(part, of)} size={96} />}
      <span>
        <strong>{name}</strong>
        <br />
        {circleText(part, of, { noun, least })}
      </span>
    </li>
  );
}

function circleText(
  part: number,
  of: number,
  { noun, least }: { readonly noun: string; readonly least: number },
): string {
  if (of === 0) return '还没有';
  if (of < least) return `${FEW_RATED}（${of} ${noun}）`;
  return `${shareText(part, of)}（${of} ${noun}中 ${part} ${noun === '件' ? '件' : '人'}）`;
}

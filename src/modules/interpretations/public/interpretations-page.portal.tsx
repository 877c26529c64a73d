import { EmptyState, excerpt, FilterForm, longDay, PageTitle, Pagination } from '../../../portal/index.ts';
import type { Unit } from '../../organisations/index.ts';
import type { OpenItemSummary } from '../../publications/index.ts';
import type { Contest } from '../contests/contest.ts';
import { choicesOf, INTERPRETATION_FORMS, INTERPRETATION_STAGES } from '../interpretation-words.ts';
import type { InterpretationFigures } from '../open-interpretations.ts';
import type { RatingFigures } from '../ratings/rating.ts';
import { type InterpretationFilter, interpretationsHref, PER_PAGE } from './interpretations-address.ts';

interface Shown {
  readonly filter: InterpretationFilter;
  readonly items: readonly OpenItemSummary[];
  readonly total: number;
  readonly years: readonly number[];
  readonly units: readonly Unit[];
  readonly figures: InterpretationFigures;
  readonly ratings: ReadonlyMap<number, RatingFigures>;
  /** The contest in which people may vote today. */
  readonly voting: Contest | undefined;
}

export function InterpretationsBody(shown: Shown) {
  const { filter, items, total, years, units } = shown;
  const filtered = Boolean(filter.form || filter.stage || filter.unit || filter.year);
  return (
    <>
      <PageTitle title="政策解读" lead="每份政策说的是什么、和您有什么关系、怎样办理。解读与文件同步发布。" />
      <div class="wrap spaced">
        <ul class="side-links">
          <li>
            <a href="/live-room">政务直播间：预告和回放</a>
          </li>
          <li>
            {shown.voting ? (
              <a href={`/interpretation-contests/${shown.voting.number}`}>正在投票：{shown.voting.title}</a>
            ) : (
              <a href="/interpretation-contests">优秀解读评选</a>
            )}
          </li>
        </ul>
        <FormShares figures={shown.figures} />
        <FilterForm
          action="/interpretations"
          label="筛选解读"
          clearHref={filtered ? '/interpretations' : undefined}
          fields={[
            { name: 'form', label: '形式', value: filter.form ?? '', options: choicesOf(INTERPRETATION_FORMS) },
            { name: 'stage', label: '阶段', value: filter.stage ?? '', options: choicesOf(INTERPRETATION_STAGES) },
            {
              name: 'year',
              label: '年份',
              value: filter.year ? String(filter.year) : '',
              options: years.map((year) => ({ value: String(year), label: `${year}年` })),
            },
            {
              name: 'unit',
              label: '单位',
              value: filter.unit ?? '',
              options: units.map((unit) => ({ value: unit.code, label: unit.name })),
            },
          ]}
        />
        <section aria-labelledby="found">
          <h2 id="found">
            {filtered ? '找到' : '共'} <strong>{total}</strong> 条解读
          </h2>
          {items.length === 0 ? (
            <EmptyState title="没有符合条件的解读">
              <p>
                请<a href="/interpretations">清除条件</a>，或从<a href="/library">政策文件库</a>查找原文。
              </p>
            </EmptyState>
          ) : (
            <ul class="documents">
              {items.map((item) => (
                <Interpretation key={item.number} item={item} units={units} rating={shown.ratings.get(item.number)} />
              ))}
            </ul>
          )}
          <Pagination
            page={filter.page}
            pageSize={PER_PAGE}
            total={total}
            href={(page) => interpretationsHref({ ...filter, page })}
          />
        </section>
      </div>
    </>
  );
}

function Interpretation({
  item,
  units,
  rating,
}: {
  item: OpenItemSummary;
  units: readonly Unit[];
  rating: RatingFigures | undefined;
}) {
  const word = (words: Readonly<Record<string, string>>, value: unknown) => words[String(value)] ?? '';
  return (
    <li>
      <h3 class="document-title">
        <a href={`/documents/${item.number}`}>{item.title}</a>
      </h3>
      <p class="document-meta">
        <span class="flag">{word(INTERPRETATION_FORMS, item.fields.form)}</span>
        <span>{word(INTERPRETATION_STAGES, item.fields.stage)}</span>
        <span>{units.find((unit) => unit.id === item.unitId)?.name}</span>
        <time dateTime={item.datedOn}>{longDay(item.datedOn)}</time>
        {rating?.mean != null && (
          <span>
            {rating.total} 人评价，平均 {rating.mean.toFixed(1)} 分
          </span>
        )}
      </p>
      {typeof item.fields.summary === 'string' && <p class="document-summary">{excerpt(item.fields.summary, 110)}</p>}
    </li>
  );
}

/** How many there are of each form, as bars with their figures. */
function FormShares({ figures }: { figures: InterpretationFigures }) {
  if (figures.total === 0) return null;
  const most = figures.forms[0]?.count ?? 1;
  return (
    <section class="form-shares" aria-labelledby="forms">
      <h2 id="forms">解读形式</h2>
      <p>
        图解、视频、发布会等多样化解读 <strong>{figures.diversified}</strong> 条，占{' '}
        <strong>{figures.diversifiedPercent}%</strong>。
      </p>
      <table class="bars">
        <caption class="unseen">各种形式的解读条数</caption>
        <tbody>
          {figures.forms.map(({ form, count }) => (
            <tr key={form}>
              <th scope="row">
                <a href={interpretationsHref({ page: 1, form })}>{INTERPRETATION_FORMS[form]}</a>
              </th>
              <td>
                <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect width={(count * 100) / most} height="10" rx="1" />
                </svg>
                <span class="count">{count} 条</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import type { DocumentPart } from '../../library/index.ts';
import { RATING_WORDS, type RatingFigures, ratingFigures } from '../ratings/rating.ts';
import type { RatingsService } from '../ratings/ratings.service.ts';

/** What stands below every public interpretation. */
export function ratingPart(ratings: RatingsService): DocumentPart {
  return {
    below: async (item) => {
      if (item.kind !== 'interpretation' || item.status !== 'public') return null;
      const figures = (await ratings.figures([item.number])).get(item.number) ?? ratingFigures([]);
      return <RatingSection number={item.number} figures={figures} />;
    },
  };
}

/** Asks the reader, and shows what others said. */
function RatingSection({ number, figures }: { number: number; figures: RatingFigures }) {
  return (
    <section class="rating wrap" aria-labelledby="rating">
      <h2 id="rating">这条解读看得懂吗？</h2>
      <form class="rating-form" method="post" action={`/interpretations/${number}/rating`}>
        <fieldset>
          <legend class="unseen">您的评价</legend>
          {RATING_WORDS.map((word, index) => (
            <label key={word} class="rating-choice">
              <input type="radio" name="stars" value={String(index + 1)} required />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
        <button class="button" type="submit">
          提交评价
        </button>
      </form>
      <RatingFiguresShown figures={figures} />
      <p class="hint">不用登录，不记录您是谁。同一网络一天以最后一次为准，结果约十分钟更新。</p>
    </section>
  );
}

function RatingFiguresShown({ figures }: { figures: RatingFigures }) {
  if (figures.mean === null) return <p>还没有人评价。</p>;
  return (
    <div class="rating-figures">
      <p>
        <strong>{figures.total}</strong> 人评价，平均 <strong>{figures.mean.toFixed(1)}</strong> 分（满分 5 分）。
      </p>
      <table class="rating-table">
        <caption class="unseen">各项评价的人数</caption>
        <tbody>
          {RATING_WORDS.map((word, index) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>{figures.counts[index]} 人</td>
            </tr>
          )).reverse()}
        </tbody>
      </table>
    </div>
  );
}

import { withLongDays } from '../../../portal/index.ts';

/** Why the day of answer is this one; nothing while no term runs. */
export function DueWhy({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details class="own-why">
      <summary>期限是怎样计算的</summary>
      <ol>
        {sentences.map((sentence) => (
          <li key={sentence}>{withLongDays(sentence)}</li>
        ))}
      </ol>
      <p class="muted">工作日按国务院公布的节假日安排计算，调休上班的日子算工作日。</p>
    </details>
  );
}

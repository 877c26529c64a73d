import { longDay, Tag, type Tone } from '../../../portal/index.ts';
import type { DerivationStep } from '../validity/derivation.ts';
import type { Validity, ValidityState } from '../validity/validity.ts';
import { isOver, labelOfState, VALIDITY_WORDS } from '../validity/validity-words.ts';

export const VALIDITY_TONES: Readonly<Record<ValidityState, Tone>> = {
  inForce: 'done',
  amended: 'active',
  notYetInForce: 'waiting',
  expired: 'idle',
  repealed: 'late',
  accepting: 'active',
  closed: 'idle',
  notRepealed: 'idle',
};

export function ValidityTag({ state }: { state: ValidityState }) {
  return <Tag tone={VALIDITY_TONES[state]}>{VALIDITY_WORDS[state]}</Tag>;
}

/** 有效性 in a conspicuous place, with why, what changed it and until when it holds (LIB-5). */
export function ValidityBanner({
  validity,
  derivation,
  hrefOf,
}: {
  validity: Validity;
  derivation: readonly DerivationStep[];
  hrefOf: (number: number) => string;
}) {
  const by = validity.steps.findLast((step) => step.state === validity.state && step.relation)?.relation?.by;
  const holds = validity.state !== 'notYetInForce' && !isOver(validity.state);
  const label = labelOfState(validity.state);
  return (
    <section class={`validity validity-${VALIDITY_TONES[validity.state]}`} aria-labelledby="validity">
      <h2 id="validity" class="validity-state">
        <span class="unseen">{label}：</span>
        <ValidityTag state={validity.state} />
        {holds && validity.lastDay && (
          <span class="validity-until">
            {validity.state === 'accepting' ? '截止日期' : '有效期至'} {longDay(validity.lastDay)}
          </span>
        )}
      </h2>
      <p>
        {validity.reason}。{validity.basis && <>依据：{validity.basis}。</>}
        {by?.number && (
          <>
            {' '}
            <a href={hrefOf(by.number)}>查看该文件</a>
          </>
        )}
      </p>
      <details>
        <summary>{label}是怎样得出的</summary>
        <ol class="derivation">
          {derivation.map((step) => (
            <li key={step.text}>
              {step.text}
              {step.basis && <span class="muted">（依据：{step.basis}）</span>}
            </li>
          ))}
        </ol>
      </details>
      {validity.steps.length > 1 && (
        <details>
          <summary>{label}的全过程</summary>
          <ol class="validity-steps">
            {validity.steps.map((step) => (
              <li key={`${step.on}-${step.state}`}>
                <time dateTime={step.on}>{longDay(step.on)}</time> <ValidityTag state={step.state} />
                <span>{step.why}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

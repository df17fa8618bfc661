import { t } from '../../i18n/t.ts';
import type { Correction } from '../media/description.ts';
import { correctionsOf, type CardModel } from '../media/cards.ts';
import type { Fact } from '../media/facts.ts';

/** What ffprobe said instead, and the rule that knows better. */
function Corrected({ correction }: { readonly correction: Correction }) {
  return (
    <span class="corrected">
      <span class="corrected-mark">{t('file.corrected')}</span>{' '}
      {t('file.corrected.was', { value: correction.ffprobe ?? t('file.corrected.none') })}{' · '}
      {t('file.corrected.rule', { rule: correction.rule })}
    </span>
  );
}

function Line({ fact, corrections }: { readonly fact: Fact; readonly corrections: readonly Correction[] }) {
  return (
    <div>
      <dt>{t(fact.label)}</dt>
      <dd>
        <span class="fact-value">{fact.value}</span>
        {fact.note && <span class="fact-note"> {fact.note}</span>}
        {correctionsOf(fact, corrections).map((correction) => <Corrected key={correction.member} correction={correction} />)}
      </dd>
    </div>
  );
}

/** A container or a stream: the first fact as the headline, the others below. */
export function FactCard({ card, corrections }: { readonly card: CardModel; readonly corrections: readonly Correction[] }) {
  const id = `card-${card.key}`;
  // Two streams may have one headline; the kind with the number tells them apart.
  return (
    <section class={`card fact-card ${card.kind}`} aria-labelledby={`${id}-kind ${id}`}>
      <p class="kind">
        <span class="swatch" aria-hidden="true" />
        <span id={`${id}-kind`}>{t(`file.kind.${card.kind}`)}{card.index !== undefined && ` · ${t('file.stream', { index: card.index })}`}</span>
      </p>
      <h3 id={id}>{card.headline}</h3>
      <dl class="facts">
        {card.facts.map((fact) => <Line key={fact.label} fact={fact} corrections={corrections} />)}
      </dl>
    </section>
  );
}

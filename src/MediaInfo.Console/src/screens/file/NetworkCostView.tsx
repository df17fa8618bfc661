import { t } from '../../i18n/t.ts';
import { costDrawing } from '../media/networkCost.ts';
import type { NetworkCost } from '../media/description.ts';
import { bitRate, rate, span } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';

/** What a network must bring, as two bars: the wait before playing, and the average against the fullest second. */
export function NetworkCostView({ cost, duration }: { readonly cost: NetworkCost; readonly duration: number | undefined }) {
  const { locale } = useWords();
  const drawing = costDrawing(cost, duration);
  if (!drawing) {
    return null;
  }
  return (
    <>
      <p class="soft">{t('file.cost.lead')}</p>
      <dl class="numbers">
        <div><dt>{t('file.cost.preload')}</dt><dd>{span(cost.preloadTime * 1000, locale)}</dd></div>
        <div><dt>{t('file.cost.average')}</dt><dd>{bitRate(cost.averageBitRate, locale)}</dd></div>
        <div>
          <dt>{t('file.cost.peak')}</dt>
          <dd>{bitRate(cost.peakBitRate, locale)}</dd>
        </div>
      </dl>
      <svg class="cost-drawing" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
        <rect class="cost-ground" x="0" y="2" width="100" height="7" />
        <rect class="cost-wait" x="0" y="2" width={drawing.wait} height="7" />
        <rect class="cost-peak" x="0" y="13" width="100" height="7" />
        <rect class="cost-average" x="0" y="22" width={drawing.average} height="7" />
      </svg>
      <p class="soft">{t('file.cost.preload.what')} {t('file.cost.burst', { times: rate(Math.round(drawing.burst * 100) / 100, locale) })}</p>
    </>
  );
}

import { t } from '../../i18n/t.ts';
import { costDrawing } from '../media/networkCost.ts';
import type { NetworkCost } from '../media/description.ts';
import { bitRate, rate, span } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';

function Bar({ name, look, width }: { readonly name: string; readonly look: string; readonly width: number }) {
  return (
    <div class="lane">
      <span class="lane-name">{name}</span>
      <span class="lane-track"><span class={`bar ${look}`} style={{ left: '0', width: `${width}%` }} /></span>
    </div>
  );
}

/** What a network must bring, as bars: the wait before playing, and the average against the fullest second. */
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
      <div class="cost-drawing" aria-hidden="true">
        <Bar name={t('file.cost.preload')} look="wait" width={drawing.wait} />
        <Bar name={t('file.cost.average')} look="average" width={drawing.average} />
        <Bar name={t('file.cost.peak')} look="peak" width={100} />
      </div>
      <p class="soft">{t('file.cost.preload.what')} {t('file.cost.burst', { times: rate(Math.round(drawing.burst * 100) / 100, locale) })}</p>
    </>
  );
}

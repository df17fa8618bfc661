import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useTheme } from '../../app/theme.ts';
import { t } from '../../i18n/t.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { BitRates } from '../shared/calls.ts';
import { bitRate, clock, span } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import { average, condensed, peak, seriesOf, spacing } from './rates.ts';

const tableRows = 60;

function kindOf(type: string): 'video' | 'audio' | 'subtitle' | 'other' {
  const small = type.toLowerCase();
  return small === 'video' || small === 'audio' || small === 'subtitle' ? small : 'other';
}

/** Bit rate over time with key frames: a plot, its sense in words, and the numbers as a table. */
export function BitRateView({ rates }: { readonly rates: BitRates }) {
  const { locale } = useWords();
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState(false);
  const series = useMemo(() => seriesOf(rates), [rates]);
  const keys = rates.Streams.flatMap((stream) => stream.KeyFrames ?? []);
  const names = rates.Streams.map((stream) => `${t(`file.kind.${kindOf(stream.Type)}`)} · ${t('file.stream', { index: stream.Index })}`);

  useEffect(() => {
    let clear: (() => void) | undefined;
    let left = false;
    // The plot's library is fetched only by those who see a plot.
    void import('./plot.ts').then(({ drawPlot }) => {
      if (!left && place.current) {
        clear = drawPlot(place.current, { series, names, keys, timeName: t('file.rate.time'), locale });
      }
    }, () => !left && setMissing(true));
    return () => {
      left = true;
      clear?.();
    };
  }, [series, locale, theme]);

  const rows = condensed(series, tableRows);
  const keyCount = rates.Streams.reduce((sum, stream) => sum + (stream.KeyFrameCount ?? stream.KeyFrames?.length ?? 0), 0);
  return (
    <>
      {missing && <Notice kind="warning"><p>{t('error.screen')} {t('error.screen.remedy')}</p></Notice>}
      <div class="plot" ref={place} role="img" aria-label={t('file.rate.label', { streams: names.join(', '), keys: keyCount })} />
      <ul class="plot-words">
        {rates.Streams.map((stream, index) => (
          <li key={stream.Index}>
            {t('file.rate.summary', {
              stream: names[index] ?? '',
              average: bitRate(average(stream.BitRates, rates), locale),
              peak: bitRate(peak(stream.BitRates), locale),
              interval: span(rates.Interval * 1000, locale),
            })}
          </li>
        ))}
        {rates.Streams.map((stream) => {
          const own = stream.KeyFrames ?? [];
          const number = stream.KeyFrameCount ?? own.length;
          const apart = spacing(own, number);
          return apart !== undefined && (
            <li key={`keys ${stream.Index}`}>{t('file.rate.keysCount', { number, spacing: span(apart * 1000, locale) })}</li>
          );
        })}
      </ul>
      <details class="alternative">
        <summary>{t('file.table')}</summary>
        <div class="table-frame">
          <table class="plain-table">
            <caption class="hidden">{t('file.rate.title')}</caption>
            <thead>
              <tr><th scope="col">{t('file.rate.time')}</th>{names.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
            </thead>
            <tbody>
              {rows.times.map((time, row) => (
                <tr key={time}>
                  <th scope="row">{clock(time)}</th>
                  {rows.rates.map((all, stream) => <td key={names[stream]}>{all[row] === null ? '–' : bitRate(all[row] ?? 0, locale)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {keys.length > 0 && <p><strong>{t('file.rate.keys')}:</strong> {keys.slice(0, 200).map((key) => clock(key)).join(', ')}{keyCount > 200 && ' …'}</p>}
      </details>
    </>
  );
}

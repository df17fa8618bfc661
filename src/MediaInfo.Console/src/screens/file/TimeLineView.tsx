import { t } from '../../i18n/t.ts';
import { timeLine, type Bar, type TimeLine } from '../media/timeline.ts';
import type { Description } from '../media/description.ts';
import { clock } from '../shared/units.ts';

const nameOf = (bar: Pick<Bar, 'kind' | 'index' | 'title'>): string =>
  bar.kind === 'chapter' ? bar.title ?? `${t('file.kind.chapter')} ${bar.index + 1}` : `${t(`file.kind.${bar.kind}`)} · ${t('file.stream', { index: bar.index })}`;

/** Marks of whole seconds need no fractions. */
const mark = (at: number): string => clock(at).replace(/\.000$/, '');

function Lane({ bar }: { readonly bar: Bar }) {
  return (
    <div class="lane">
      <span class="lane-name">{nameOf(bar)}</span>
      <span class="lane-track">
        <span class={`bar ${bar.kind}`} style={{ left: `${bar.left}%`, width: `${bar.width}%` }}>{bar.title}</span>
      </span>
    </div>
  );
}

/** A lane without a bar, because the file does not say where the stream lies. */
const UnknownLane = ({ stream }: { readonly stream: TimeLine['unknown'][number] }) => (
  <div class="lane">
    <span class="lane-name">{nameOf(stream)}</span>
    <span class="lane-track"><span class="bar unknown">{t('file.time.unknown')}</span></span>
  </div>
);

/** Chapters share one lane: they follow each other. */
function ChapterLane({ chapters }: { readonly chapters: readonly Bar[] }) {
  return (
    <div class="lane">
      <span class="lane-name">{t('file.kind.chapter')}</span>
      <span class="lane-track">
        {chapters.map((bar) => (
          <span key={bar.index} class="bar chapter" title={`${nameOf(bar)} ${clock(bar.from)}`} style={{ left: `${bar.left}%`, width: `${bar.width}%` }}>
            {nameOf(bar)}
          </span>
        ))}
      </span>
    </div>
  );
}

function Drawing({ line }: { readonly line: TimeLine }) {
  return (
    <div class="time-line" aria-hidden="true">
      {line.chapters.length > 0 && <ChapterLane chapters={line.chapters} />}
      {line.streams.map((bar) => <Lane key={`${bar.kind}-${bar.index}`} bar={bar} />)}
      {line.unknown.map((stream) => <UnknownLane key={stream.index} stream={stream} />)}
      <div class="lane scale">
        <span class="lane-name" />
        <span class="lane-track">
          {line.ticks.map(({ at, left }) => <span key={at} class="tick" style={{ left: `${left}%` }}>{mark(at)}</span>)}
        </span>
      </div>
    </div>
  );
}

/** Streams and chapters in time: a drawing, and the same as a table for those who cannot see it. */
export function TimeLineView({ description }: { readonly description: Description }) {
  const line = timeLine(description);
  if (!line) {
    return <p class="soft">{t('file.time.none')}</p>;
  }
  return (
    <>
      <Drawing line={line} />
      {line.start !== 0 && <p class="soft">{t('file.time.start', { time: clock(line.start) })}</p>}
      <details class="alternative">
        <summary>{t('file.table')}</summary>
        <table class="plain-table">
          <caption class="hidden">{t('file.time.caption')}</caption>
          <thead><tr><th scope="col">{t('file.time.what')}</th><th scope="col">{t('file.time.from')}</th><th scope="col">{t('file.time.to')}</th></tr></thead>
          <tbody>
            {[...line.chapters, ...line.streams].map((bar) => (
              <tr key={`${bar.kind}-${bar.index}`}><th scope="row">{nameOf(bar)}</th><td>{clock(bar.from)}</td><td>{clock(bar.to)}</td></tr>
            ))}
            {line.unknown.map((stream) => (
              <tr key={`unknown-${stream.index}`}><th scope="row">{nameOf(stream)}</th><td colSpan={2}>{t('file.time.unknown')}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

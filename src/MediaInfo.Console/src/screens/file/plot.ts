import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { bitRate, clock } from '../shared/units.ts';
import { lineLook } from './lineLook.ts';
import type { Series } from './rates.ts';

export interface PlotOrder {
  readonly series: Series;
  readonly names: readonly string[];
  readonly timeName: string;
  readonly keys: readonly number[];
  readonly locale: string;
}


const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function strokeOf(index: number): { stroke: string; width: number; dash?: number[] } {
  const { colour: name, width, dash } = lineLook(index);
  return { stroke: colour(name) || 'gray', width, ...(dash ? { dash } : {}) };
}

/** Marks of key frames along the lower edge. */
function keyMarks(keys: readonly number[]): (plot: UPlot) => void {
  return (plot) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = colour('--soft');
    ctx.lineWidth = window.devicePixelRatio;
    ctx.beginPath();
    for (const key of keys) {
      const x = Math.round(plot.valToPos(key, 'x', true));
      if (x >= bbox.left && x <= bbox.left + bbox.width) {
        ctx.moveTo(x, bbox.top + bbox.height);
        ctx.lineTo(x, bbox.top + bbox.height - 10 * window.devicePixelRatio);
      }
    }
    ctx.stroke();
    ctx.restore();
  };
}

/** Draws rates over time into a place, and follows its width; the answer takes the drawing away. */
export function drawPlot(place: HTMLElement, { series, names, timeName, keys, locale }: PlotOrder): () => void {
  const axis = { stroke: colour('--soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } };
  const size = (): { width: number; height: number } => ({ width: Math.max(200, place.clientWidth), height: 240 });
  const plot = new UPlot(
    {
      ...size(),
      scales: { x: { time: false }, y: { range: (_plot, _least, most) => [0, most * 1.1 || 1] } },
      series: [
        { label: timeName, value: (_plot, value: number | null) => (value === null ? '–' : clock(value)) },
        ...names.map((label, index) => ({
          label,
          ...strokeOf(index),
          points: { show: series.times.length < 2 },
          value: (_plot: UPlot, value: number | null) => (value === null ? '–' : bitRate(value, locale)),
        })) as UPlot.Series[],
      ],
      axes: [
        { ...axis, values: (_plot, values) => values.map((value) => clock(value).replace(/\.000$/, '').replace(/(\.\d)00$/, '$1')) },
        { ...axis, size: 84, values: (_plot, values) => values.map((value) => bitRate(value, locale)) },
      ],
      hooks: { draw: [keyMarks(keys)] },
    },
    [series.times, ...series.rates] as UPlot.AlignedData,
    place,
  );
  const watcher = new ResizeObserver(() => plot.setSize(size()));
  watcher.observe(place);
  return () => {
    watcher.disconnect();
    plot.destroy();
  };
}

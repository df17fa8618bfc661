import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { clock } from '../shared/units.ts';
import { cellAt, frameAt, frames, type Sprite } from './sprite.ts';

interface Props {
  readonly sprites: readonly Sprite[];
}

/** Moves through a video over its sprites: by mouse, touch, and the keys of a slider. */
export function Scrubber({ sprites }: Props) {
  const [frame, setFrame] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const count = frames(sprites);
  const cell = cellAt(sprites, frame);
  if (!cell) {
    return null;
  }
  const text = t('file.pictures.frame', { number: frame + 1, count, time: clock(cell.time) });
  const point = (event: PointerEvent): void => {
    const box = place.current?.getBoundingClientRect();
    if (box && (event.pointerType === 'mouse' || event.buttons > 0)) {
      setFrame(frameAt((event.clientX - box.left) / box.width, count));
    }
  };
  const { sprite } = cell;
  return (
    <div class="scrubber">
      <div class="scrub-picture" ref={place} onPointerMove={point} onPointerDown={point}>
        <svg viewBox={`${cell.left} ${cell.top} ${sprite.CellWidth} ${sprite.CellHeight}`} role="img" aria-label={text}>
          <image href={sprite.Url} x="0" y="0" width={sprite.Width} height={sprite.Height} />
        </svg>
      </div>
      <label class="scrub-slider">
        <span class="hidden">{t('file.pictures.scrub')}</span>
        <input
          type="range" min={0} max={count - 1} step={1} value={frame} aria-valuetext={text}
          onInput={(event) => setFrame(Number(event.currentTarget.value))}
        />
      </label>
      <p class="scrub-text"><span aria-hidden="true">{text}</span></p>
      <p class="hint">{t('file.pictures.scrub.hint')}</p>
    </div>
  );
}

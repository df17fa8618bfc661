// A sprite is one picture with many frames in a grid, row by row.

export interface Sprite {
  readonly Url: string;
  /** Pixels of the whole picture. */
  readonly Width: number;
  readonly Height: number;
  readonly Columns: number;
  readonly Rows: number;
  readonly CellWidth: number;
  readonly CellHeight: number;
  /** Pixels between two cells, and around the grid. */
  readonly Padding: number;
  readonly Margin: number;
  /** Seconds of the frames, row by row. */
  readonly Times: readonly number[];
}

export interface Cell {
  readonly sprite: Sprite;
  readonly left: number;
  readonly top: number;
  readonly time: number;
}

/** The cell of a frame, counted from 0 over all sprites; undefined behind the last. */
export function cellAt(sprites: readonly Sprite[], frame: number): Cell | undefined {
  let before = 0;
  for (const sprite of sprites) {
    const here = frame - before;
    const time = sprite.Times[here];
    if (here >= 0 && time !== undefined) {
      return {
        sprite,
        left: sprite.Margin + (here % sprite.Columns) * (sprite.CellWidth + sprite.Padding),
        top: sprite.Margin + Math.floor(here / sprite.Columns) * (sprite.CellHeight + sprite.Padding),
        time,
      };
    }
    before += sprite.Times.length;
  }
  return undefined;
}

export const frames = (sprites: readonly Sprite[]): number => sprites.reduce((sum, sprite) => sum + sprite.Times.length, 0);

/** The frame under a pointer at a share of the width from 0 to 1. */
export const frameAt = (share: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(share * count)));

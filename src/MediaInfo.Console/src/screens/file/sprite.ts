// A sprite is one picture with many frames in a grid, row by row.

export interface Sprite {
  Url: string;
  Columns: number;
  Rows: number;
  /** Pixels of one cell. */
  Width: number;
  Height: number;
  Count?: number;
}

export interface Cell {
  url: string;
  left: number;
  top: number;
  sprite: Sprite;
}

export const cellsOf = (sprite: Sprite): number => Math.min(sprite.Count ?? Infinity, sprite.Columns * sprite.Rows);

/** The cell of a frame, counted from 0 over all sprites; undefined behind the last. */
export function cellAt(sprites: readonly Sprite[], frame: number): Cell | undefined {
  let before = 0;
  for (const sprite of sprites) {
    const here = frame - before;
    const cells = cellsOf(sprite);
    if (here >= 0 && here < cells) {
      return {
        url: sprite.Url, sprite, left: (here % sprite.Columns) * sprite.Width, top: Math.floor(here / sprite.Columns) * sprite.Height,
      };
    }
    before += cells;
  }
  return undefined;
}

export const frames = (sprites: readonly Sprite[]): number => sprites.reduce((sum, sprite) => sum + cellsOf(sprite), 0);

/** The frame under a pointer at a share of the width from 0 to 1. */
export const frameAt = (share: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.floor(share * count)));

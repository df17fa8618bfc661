import { firstItems } from './Branch.tsx';

const most = 1_000;

/** How many levels of a tree can be open without so many lines that a browser becomes slow; the first one always. */
export function levelsWithin<T>(root: T, wanted: number, childrenOf: (item: T) => readonly T[]): number {
  const shownOf = (item: T) => childrenOf(item).slice(0, firstItems);
  let level = shownOf(root);
  let lines = level.length;
  for (let open = 1; open < wanted && level.length > 0; open += 1) {
    level = level.flatMap(shownOf);
    lines += level.length;
    if (lines > most) {
      return open;
    }
  }
  return wanted;
}

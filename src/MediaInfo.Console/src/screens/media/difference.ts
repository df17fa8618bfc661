// Two descriptions member by member. Streams are matched by kind and order, because indexes differ between containers.

export type Change = 'same' | 'changed' | 'left' | 'right';

export interface Row<T> {
  key: string;
  left?: T;
  right?: T;
  change: Change;
}

/** Rows of two lists of named values, in the order of the first, and what only the second has behind its neighbour. */
export function difference<T>(left: readonly T[], right: readonly T[], key: (item: T) => string, text: (item: T) => string): Row<T>[] {
  const others = new Map(right.map((item) => [key(item), item]));
  const mine = new Set(left.map(key));
  const rows: Row<T>[] = left.map((item) => {
    const other = others.get(key(item));
    return other === undefined
      ? { key: key(item), left: item, change: 'left' }
      : { key: key(item), left: item, right: other, change: text(item) === text(other) ? 'same' : 'changed' };
  });
  let behind = -1;
  for (const item of right) {
    const at = rows.findIndex((row) => row.key === key(item));
    if (mine.has(key(item))) {
      behind = at;
    } else {
      behind += 1;
      rows.splice(behind, 0, { key: key(item), right: item, change: 'right' });
    }
  }
  return rows;
}

/** Pairs of two lists by their order; the longer list's rest has no partner. */
export function pairs<T>(left: readonly T[], right: readonly T[]): [T | undefined, T | undefined][] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [left[index], right[index]]);
}

/** Percent of a share from 0 to 1: 100 only if nothing is left, 0 only if nothing is there. */
export const percent = (share: number): number =>
  // 0.29 * 100 is less than 29 to a computer.
  share <= 0 ? 0 : share >= 1 ? 100 : Math.min(99, Math.max(1, Math.floor(Number((share * 100).toFixed(6)))));

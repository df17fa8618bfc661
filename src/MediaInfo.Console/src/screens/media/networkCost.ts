import type { NetworkCost } from './description.ts';

/**
 * What a network must bring, as a drawing: how much video has arrived over a line of the average rate, and how much a player
 * that waits for the preload time has used at most. Sides are 0 to 100.
 */
export interface CostDrawing {
  /** The average rate as a share of the fullest second's, in percent. */
  average: number;
  /** How long a player waits as a share of the duration, in percent; at least a visible sliver. */
  wait: number;
  /** The fullest second by the average: 1 is an even stream. */
  burst: number;
}

/** undefined if the numbers cannot be drawn: a stream of no bits. */
export function costDrawing(cost: NetworkCost, duration: number | undefined): CostDrawing | undefined {
  const peak = Math.max(cost.peakBitRate, cost.averageBitRate);
  if (!(peak > 0) || !(cost.averageBitRate > 0)) {
    return undefined;
  }
  const length = duration !== undefined && duration > 0 ? duration : cost.preloadTime;
  const wait = length > 0 ? Math.min(100, (cost.preloadTime / length) * 100) : 0;
  return {
    average: (cost.averageBitRate / peak) * 100,
    wait: cost.preloadTime > 0 ? Math.max(1, wait) : 0,
    burst: peak / cost.averageBitRate,
  };
}

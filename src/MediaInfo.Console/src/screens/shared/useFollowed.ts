import { useState } from 'preact/hooks';
import { useLoaded, type Loaded } from './useLoaded.ts';
import { usePolling } from './usePolling.ts';

export interface Followed<T> extends Loaded<T> {
  /** Why the last question had no answer; undefined if it had one. */
  readonly unheard: unknown;
}

/**
 * Like {@link useLoaded}, and asks again by itself while what it shows moves.
 * @param moves says whether a value will change without anybody's doing.
 */
export function useFollowed<T>(key: string, load: (signal: AbortSignal) => Promise<T>, moves: (value: T) => boolean): Followed<T> {
  const first = useLoaded(key, load);
  const [newer, setNewer] = useState<{ readonly than: T; readonly value: T }>();
  // What is newer than an answer that was itself replaced is old.
  const value = newer !== undefined && newer.than === first.value ? newer.value : first.value;

  const unheard = usePolling(value !== undefined && moves(value), async (signal) => {
    const than = first.value;
    const next = await load(signal);
    const changed = JSON.stringify(next) !== JSON.stringify(value);
    // A value that has come to rest is shown anew, so that the questions end.
    if (than !== undefined && !signal.aborted && (changed || !moves(next))) {
      setNewer({ than, value: next });
    }
    return changed;
  });
  return { ...first, value, unheard };
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { pause, type Pace } from './pace.ts';

/**
 * Asks again and again while it is active, but not while the tab is hidden; at once when it is seen again.
 * @param ask says whether the answer brought something new.
 * @param pace is how often.
 * @returns why the last question had no answer; undefined if it had one.
 */
export function usePolling(active: boolean, ask: (signal: AbortSignal) => Promise<boolean>, pace: Pace = pause): unknown {
  const [error, setError] = useState<unknown>();
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const stop = new AbortController();
    let unchanged = 0;
    let timer = 0;
    let asking = false;
    const wait = (): void => {
      window.clearTimeout(timer);
      if (!stop.signal.aborted && !document.hidden) {
        timer = window.setTimeout(() => void next(), pace(unchanged));
      }
    };
    const next = async (): Promise<void> => {
      window.clearTimeout(timer);
      asking = true;
      try {
        unchanged = (await latest.current(stop.signal)) ? 0 : unchanged + 1;
        setError(undefined);
      } catch (problem) {
        // The service may be back at the next question; the pause grows.
        unchanged += 1;
        if (!stop.signal.aborted) {
          setError(problem);
        }
      } finally {
        asking = false;
        wait();
      }
    };
    const seen = (): void => {
      if (!document.hidden && !asking) {
        unchanged = 0;
        void next();
      }
    };
    document.addEventListener('visibilitychange', seen);
    wait();
    return () => {
      stop.abort();
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [active, pace]);
  return active ? error : undefined;
}

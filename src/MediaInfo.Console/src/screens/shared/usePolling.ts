import { useEffect, useRef } from 'preact/hooks';
import { pause } from './pace.ts';

/**
 * Asks again and again while it is active, ever more slowly until something changes, and not while the tab is hidden.
 * @param ask says whether the answer brought something new.
 */
export function usePolling(active: boolean, ask: (signal: AbortSignal) => Promise<boolean>): void {
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
        timer = window.setTimeout(() => void next(), pause(unchanged));
      }
    };
    const next = async (): Promise<void> => {
      asking = true;
      try {
        unchanged = (await latest.current(stop.signal)) ? 0 : unchanged + 1;
      } catch {
        // The service may be back at the next question; the pause grows.
        unchanged += 1;
      } finally {
        asking = false;
        wait();
      }
    };
    const seen = (): void => {
      if (!document.hidden && !asking) {
        unchanged = 0;
        wait();
      }
    };
    document.addEventListener('visibilitychange', seen);
    wait();
    return () => {
      stop.abort();
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [active]);
}

import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  /** The last answer; it stays while the next one is awaited. */
  readonly value: T | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface State<T> {
  readonly key: string;
  readonly value?: T;
  readonly error?: unknown;
  readonly round: number;
}

/** Asks when it is first drawn, when the key changes, and on reload. An answer to an earlier key is dropped. */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<T>>({ key, round: -1 });

  useEffect(() => {
    const stop = new AbortController();
    load(stop.signal).then(
      (value) => !stop.signal.aborted && setState({ key, value, round }),
      (error: unknown) => !stop.signal.aborted && setState({ key, error, round }),
    );
    return () => stop.abort();
    // What is asked depends on the key alone.
  }, [key, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const mine = state.key === key;
  return { value: mine ? state.value : undefined, error: mine ? state.error : undefined, loading: !mine || state.round !== round, reload };
}

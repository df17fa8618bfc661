import { useEffect, useState } from 'preact/hooks';

/** A value that components follow. It lives as long as the page. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** Calls the listener after each change, until the function that it returns is called. */
  readonly follow: (listener: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      current = value;
      for (const listener of [...listeners]) {
        listener();
      }
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value; the component is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    const follow = () => setValue(() => store.get());
    // It may have changed between drawing and this effect.
    follow();
    return store.follow(follow);
  }, [store]);
  return value;
}

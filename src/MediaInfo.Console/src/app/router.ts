import { createStore, useStore } from './store.ts';

/** Where the page is: the path below /console, without a slash at the end except for "/", and the query. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

export const basePath = '/console';

function readPlace(): Place {
  const { pathname, search } = window.location;
  const below = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
  const path = below.replace(/\/+$/, '');
  return { path: path === '' ? '/' : path, query: new URLSearchParams(search) };
}

const place = createStore<Place>(readPlace());

window.addEventListener('popstate', () => place.set(readPlace()));

export const currentPlace = (): Place => place.get();

export const usePlace = (): Place => useStore(place);

/** The address of a path below /console, with those values of the query that are set: "" is a value too. */
export function hrefOf(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(name, value);
    }
  }
  const text = search.toString();
  return basePath + (path === '/' ? '/' : path) + (text === '' ? '' : `?${text}`);
}

/** Goes to an address that {@link hrefOf} made. With replace, or to the present one, the back button has no further step. */
export function navigate(href: string, { replace = false, keepScroll = false } = {}): void {
  if (replace || href === window.location.pathname + window.location.search) {
    window.history.replaceState(null, '', href);
  } else {
    window.history.pushState(null, '', href);
  }
  place.set(readPlace());
  if (!keepScroll) {
    window.scrollTo(0, 0);
  }
}

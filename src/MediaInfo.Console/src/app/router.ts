import { createStore, useStore } from './store.ts';

/** Where the page is: the path below /console, without a slash at the end except for "/", and the query. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

export const basePath = '/console';

function currentPlace(): Place {
  const { pathname, search } = window.location;
  const below = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
  const path = below.replace(/\/+$/, '');
  return { path: path === '' ? '/' : path, query: new URLSearchParams(search) };
}

const place = createStore<Place>(currentPlace());

window.addEventListener('popstate', () => place.set(currentPlace()));

export const usePlace = (): Place => useStore(place);

/** The address of a path below /console, with those values of the query that are set. */
export function hrefOf(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      search.set(name, value);
    }
  }
  const text = search.toString();
  return basePath + (path === '/' ? '/' : path) + (text === '' ? '' : `?${text}`);
}

/** Goes to an address that {@link hrefOf} made. With replace, the back button skips the present one. */
export function navigate(href: string, { replace = false, keepScroll = false } = {}): void {
  if (replace) {
    window.history.replaceState(null, '', href);
  } else {
    window.history.pushState(null, '', href);
  }
  place.set(currentPlace());
  if (!keepScroll) {
    window.scrollTo(0, 0);
  }
}

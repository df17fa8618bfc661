import type { ComponentType } from 'preact';
import type { TextKey } from '../i18n/t.ts';

/** The named parts of a path, such as {name} of /queues/{name}, decoded. */
export type RouteParts = Readonly<Record<string, string>>;

export interface ScreenProps {
  readonly parts: RouteParts;
  readonly query: URLSearchParams;
}

export type Screen = ComponentType<ScreenProps>;

export interface Route {
  readonly pattern: string;
  /** Of the window. */
  readonly title: TextKey;
  /** A screen is fetched when it is first shown. */
  readonly load: () => Promise<{ readonly default: Screen }>;
  /** Whether the screen needs someone who is signed in. */
  readonly needsKey: boolean;
}

export const routes: readonly Route[] = [
  { pattern: '/', title: 'start.title', load: () => import('../screens/start/StartScreen.tsx'), needsKey: false },
  { pattern: '/explorer', title: 'nav.explorer', load: () => import('../screens/explorer/ExplorerScreen.tsx'), needsKey: false },
  {
    pattern: '/explorer/{dialect}', title: 'nav.explorer', needsKey: false,
    load: () => import('../screens/explorer/ExplorerScreen.tsx'),
  },
  {
    pattern: '/explorer/{dialect}/{action}', title: 'nav.explorer', needsKey: false,
    load: () => import('../screens/explorer/ExplorerScreen.tsx'),
  },
  { pattern: '/jobs', title: 'nav.jobs', load: () => import('../screens/jobs/JobsScreen.tsx'), needsKey: true },
  { pattern: '/jobs/{id}', title: 'nav.jobs', load: () => import('../screens/jobs/JobScreen.tsx'), needsKey: true },
  { pattern: '/file', title: 'nav.file', load: () => import('../screens/file/FileScreen.tsx'), needsKey: true },
  { pattern: '/compare', title: 'nav.compare', load: () => import('../screens/compare/CompareScreen.tsx'), needsKey: true },
  { pattern: '/queues', title: 'nav.queues', load: () => import('../screens/queues/QueuesScreen.tsx'), needsKey: true },
  { pattern: '/queues/{name}', title: 'nav.queues', load: () => import('../screens/queues/QueueScreen.tsx'), needsKey: true },
];

/** The parts of a path that fits the pattern, or undefined. */
export function match(pattern: string, path: string): RouteParts | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) {
    return undefined;
  }
  const parts: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? '';
    if (part.startsWith('{')) {
      if (text === '') {
        return undefined;
      }
      parts[part.slice(1, -1)] = decoded(text);
    } else if (part !== text) {
      return undefined;
    }
  }
  return parts;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import type { ComponentType } from 'preact';

/** The named parts of a path, such as {name} of /queues/{name}, decoded. */
export type RouteParts = Readonly<Record<string, string>>;

export interface ScreenProps {
  readonly parts: RouteParts;
  readonly query: URLSearchParams;
}

export type Screen = ComponentType<ScreenProps>;

export interface Route {
  readonly pattern: string;
  /** A screen is fetched when it is first shown. */
  readonly load: () => Promise<{ readonly default: Screen }>;
  /** Whether the screen needs someone who is signed in. */
  readonly needsKey: boolean;
}

export const routes: readonly Route[] = [
  { pattern: '/', load: () => import('../screens/start/StartScreen.tsx'), needsKey: false },
  { pattern: '/explorer', load: () => import('../screens/explorer/ExplorerScreen.tsx'), needsKey: false },
  { pattern: '/explorer/{dialect}', load: () => import('../screens/explorer/ExplorerScreen.tsx'), needsKey: false },
  { pattern: '/explorer/{dialect}/{action}', load: () => import('../screens/explorer/ExplorerScreen.tsx'), needsKey: false },
  { pattern: '/jobs', load: () => import('../screens/jobs/JobsScreen.tsx'), needsKey: true },
  { pattern: '/jobs/{id}', load: () => import('../screens/jobs/JobScreen.tsx'), needsKey: true },
  { pattern: '/file', load: () => import('../screens/file/FileScreen.tsx'), needsKey: true },
  { pattern: '/compare', load: () => import('../screens/compare/CompareScreen.tsx'), needsKey: true },
  { pattern: '/queues', load: () => import('../screens/queues/QueuesScreen.tsx'), needsKey: true },
  { pattern: '/queues/{name}', load: () => import('../screens/queues/QueueScreen.tsx'), needsKey: true },
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

import { readPreference, writePreference } from './preferences.ts';
import { createStore, useStore } from './store.ts';

/** "system" follows the browser. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const isTheme = (text: string | null): text is Theme => themes.some((theme) => theme === text);
const saved = readPreference('theme');
const theme = createStore<Theme>(isTheme(saved) ? saved : 'system');

function apply(): void {
  const chosen = theme.get();
  if (chosen === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
}

apply();
theme.follow(apply);

export const useTheme = (): Theme => useStore(theme);

export function setTheme(value: Theme): void {
  writePreference('theme', value);
  theme.set(value);
}

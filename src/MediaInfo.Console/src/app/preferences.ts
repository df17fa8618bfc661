/** What the browser remembers between visits: only the theme and the language, never a key. */
type Preference = 'theme' | 'language';

const nameOf = (preference: Preference) => `mediainfo-console.${preference}`;

export function readPreference(preference: Preference): string | null {
  try {
    return window.localStorage.getItem(nameOf(preference));
  } catch {
    // Storage may be switched off.
    return null;
  }
}

export function writePreference(preference: Preference, value: string): void {
  try {
    window.localStorage.setItem(nameOf(preference), value);
  } catch {
    // The choice then lasts as long as the page.
  }
}

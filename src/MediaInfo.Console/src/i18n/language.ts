import { readPreference, writePreference } from '../app/preferences.ts';
import { createStore, useStore } from '../app/store.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);
const saved = readPreference('language');
const browsers = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) ?? 'en';
const language = createStore<Language>(isLanguage(saved) ? saved : /^zh/i.test(browsers) ? 'zh' : 'en');

function apply(): void {
  document.documentElement.lang = language.get();
}

apply();
language.follow(apply);

export const currentLanguage = (): Language => language.get();

export const useLanguage = (): Language => useStore(language);

export function setLanguage(value: Language): void {
  writePreference('language', value);
  language.set(value);
}

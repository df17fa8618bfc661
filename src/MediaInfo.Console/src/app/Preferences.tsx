import { languages, setLanguage, useLanguage, type Language } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { setTheme, themes, useTheme, type Theme } from './theme.ts';

const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

export function Preferences() {
  const theme = useTheme();
  const language = useLanguage();
  return (
    <>
      <label class="choice">
        <span class="hidden">{t('shell.theme')}</span>
        <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          {themes.map((name) => <option key={name} value={name}>{t(`theme.${name}`)}</option>)}
        </select>
      </label>
      <label class="choice">
        <span class="hidden">{t('shell.language')}</span>
        <select value={language} onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
          {languages.map((name) => <option key={name} value={name} lang={name}>{languageNames[name]}</option>)}
        </select>
      </label>
    </>
  );
}

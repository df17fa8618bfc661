import { useLanguage } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import type { Words } from './words.ts';

/** The reader's language, for texts and numbers. */
export function useWords(): Words {
  const language = useLanguage();
  return { t, locale: language };
}

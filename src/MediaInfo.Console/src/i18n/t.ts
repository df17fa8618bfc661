import { en } from './en.ts';
import { currentLanguage } from './language.ts';
import { zh } from './zh.ts';

export type TextKey = keyof typeof en;

/** The text of a key in the present language. {name} in it is replaced by that value. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = (currentLanguage() === 'zh' ? zh : en)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

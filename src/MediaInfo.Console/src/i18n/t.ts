import { en } from './en.ts';
import { filled, type Values } from './filled.ts';
import { currentLanguage } from './language.ts';
import { zh } from './zh.ts';

export type TextKey = keyof typeof en;

/** The text of a key in the present language, with its values. */
export const t = (key: TextKey, values: Values = {}): string => filled((currentLanguage() === 'zh' ? zh : en)[key], values);

import type { TextKey } from '../../i18n/t.ts';

export type { TextKey };

/** What turns facts into a reader's language. */
export interface Words {
  t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
  locale: string;
}

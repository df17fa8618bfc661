import type { explorer as english } from '../en/explorer.ts';

export const explorer: Readonly<Record<keyof typeof english, string>> = {
  'explorer.title': 'API 调试',
};

import type { compare as english } from '../en/compare.ts';

export const compare: Readonly<Record<keyof typeof english, string>> = {
  'compare.title': '对比两个文件',
};

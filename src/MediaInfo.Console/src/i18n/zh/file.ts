import type { file as english } from '../en/file.ts';

export const file: Readonly<Record<keyof typeof english, string>> = {
  'file.title': '单个文件',
};

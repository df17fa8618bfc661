import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const inRepository = (path) => join(root, path);
export const read = (path) => readFileSync(inRepository(path), 'utf8');

const unread = new Set(['node_modules', 'artifacts', '.git', '.data', 'bin', 'dist', 'obj']);

/** The paths of matching files below a folder of the repository, relative to its root. */
export function files(folder, suits) {
  return readdirSync(inRepository(folder), { withFileTypes: true })
    .filter((entry) => !unread.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? files(path, suits) : suits(path) ? [path] : [];
    })
    .sort();
}

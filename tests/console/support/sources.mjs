import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRepository } from '../../sdk/support/paths.mjs';

const folder = inRepository('src/MediaInfo.Console');
const { build } = await import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve('vite')).href);

/** A module of the console's source, such as "api/signing/rpcV1.ts", built for Node with what it imports. */
export async function sourceOf(path) {
  const outDir = mkdtempSync(join(tmpdir(), 'mediainfo-console-source-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root: folder,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: join(folder, 'src', path), outDir, emptyOutDir: true, rollupOptions: { output: { entryFileNames: 'module.mjs' } } },
  });
  return import(pathToFileURL(join(outDir, 'module.mjs')).href);
}

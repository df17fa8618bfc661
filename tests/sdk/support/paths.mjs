import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const inRepository = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const azuriteScript = inRepository('node_modules/azurite/dist/src/azurite.js');
export const ffprobe = real('ffprobe');
export const ffmpeg = real('ffmpeg');
export const settingsFile = inRepository('local.settings.sample.json');
export const standaloneDll = inRepository('artifacts/bin/MediaInfo.Standalone/release/MediaInfo.Standalone.dll');
export const functionsFolder = inRepository('artifacts/bin/MediaInfo.Functions/release');
export const mediaFile = (name) => inRepository(`tests/media/${name}`);

// That of npm's package for this machine, or else the first on PATH.
function real(tool) {
  const name = process.platform === 'win32' ? `${tool}.exe` : tool;
  const ofNpm = inRepository(`node_modules/@${tool}-installer/${process.platform}-${process.arch}/${name}`);
  const onPath = process.env.PATH.split(delimiter).map((folder) => join(folder, name));
  return [ofNpm, ...onPath].find((path) => existsSync(path)) ?? ofNpm;
}

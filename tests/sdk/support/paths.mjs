import { fileURLToPath } from 'node:url';

export const inRepository = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const azuriteScript = inRepository('node_modules/azurite/dist/src/azurite.js');
export const ffprobe = inRepository('node_modules/@ffprobe-installer/linux-x64/ffprobe');
export const settingsFile = inRepository('local.settings.sample.json');
export const standaloneDll = inRepository('artifacts/bin/MediaInfo.Standalone/release/MediaInfo.Standalone.dll');
export const functionsFolder = inRepository('artifacts/bin/MediaInfo.Functions/release');
export const mediaFile = (name) => inRepository(`tests/media/${name}`);

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome.exe'];

/** The distribution's browser: that of MEDIAINFO_CHROMIUM, or the first on PATH. Nothing is downloaded. */
export const browserPath = process.env.MEDIAINFO_CHROMIUM
  ?? process.env.PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the browser without a window. */
export async function startBrowser() {
  if (!browserPath) {
    throw new Error('There is no Chromium on PATH: eng/test.sh installs it on Debian, or set MEDIAINFO_CHROMIUM');
  }
  return chromium.launch({
    executablePath: browserPath,
    // Chromium refuses to be root inside its sandbox.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRepository } from '../../sdk/support/paths.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = inRepository('artifacts/console');
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } };

/**
 * Looks at the present screen in light and dark, wide and at 360 pixels: axe finds nothing, nothing scrolls sideways, and a picture
 * of each is kept in artifacts/console. Afterwards the window is as it was.
 */
export async function assertAccessible({ page }, name) {
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize();
  // Every screen has one; before it, the screen is still being loaded.
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const what = `${name}, ${size}, ${colorScheme}`;
      await assertNoViolations(page, what);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= viewport.width, `${what}: the page is ${width} pixels wide`);
      await page.screenshot({ path: join(pictures, `${name}-${size}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}

async function assertNoViolations(page, what) {
  // Not as a script element, which the page's policy would refuse.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  const lines = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary}`));
  assert.deepEqual(lines, [], what);
}

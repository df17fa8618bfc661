// An answer of any size is shown at once, and looked through with the keyboard.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertAccessible } from './support/accessibility.mjs';
import { ConsoleService } from './support/service.mjs';

const job = (index) => ({ JobId: String(index), Story: Array.from({ length: 5 }, (_, at) => ({ At: at, Event: 'Started', Detail: { Text: 'x'.repeat(60) } })) });
const jobs = (count) => JSON.stringify({ RequestId: 'r', Jobs: Array.from({ length: count }, (_, index) => job(index)) });

describe('an answer', () => {
  let service;
  before(async () => {
    service = await ConsoleService.start();
  });
  after(() => service?.stop());

  /** Sends an action whose answer is this one; answers the visit and how long it took until something was to be seen. */
  async function answered(body, contentType = 'application/json') {
    const visit = await service.openSignedIn('/explorer/mediainfo/ListJobs');
    await visit.page.route((url) => url.pathname === '/', (route) => route.fulfill({ status: 200, contentType, body }));
    const started = performance.now();
    await visit.page.getByRole('button', { name: 'Send', exact: true }).click();
    await visit.page.locator('.tree summary').first().waitFor();
    return { visit, page: visit.page, took: performance.now() - started };
  }

  const linesOf = (page) => page.locator('.tree summary, .tree .leaf').count();

  test('of several megabytes is shown in seconds, opened level by level, and taken in at a glance', async () => {
    const body = jobs(9_000);
    assert.ok(body.length > 4_000_000, `${body.length}`);
    const { visit, page, took } = await answered(body);
    console.log(`a tree of ${body.length} characters: shown after ${took.toFixed(0)} ms, ${await linesOf(page)} lines`);
    assert.ok(took < 10_000, `${took} ms`);
    assert.ok(await linesOf(page) <= 1_000);
    await page.getByRole('button', { name: 'Expand all' }).click();
    await page.getByText('This is long: what is deeper opens one by one.').waitFor();
    assert.ok(await linesOf(page) <= 1_000);
    await page.getByRole('tab', { name: 'Raw' }).click();
    assert.ok((await page.locator('pre').first().textContent()).length < 120_000);
    await page.getByRole('button', { name: /^Show the other \d+ characters$/ }).waitFor();
    visit.assertNoFaults();
  });

  test('with one long list shows its first items, and more when they are wanted', async () => {
    const { visit, page } = await answered(JSON.stringify({ RequestId: 'r', Jobs: Array.from({ length: 20_000 }, (_, index) => index) }));
    assert.equal(await linesOf(page), 103);
    await page.getByRole('button', { name: 'Show 100 more of 19900' }).click();
    await page.getByRole('button', { name: 'Show 200 more of 19800' }).waitFor();
    assert.equal(await linesOf(page), 203);
    await assertAccessible(visit, 'explorer-tree');
    visit.assertNoFaults();
  });

  test('is looked through with the keyboard, and the last items do not take the focus away', async () => {
    const { visit, page } = await answered(JSON.stringify({ RequestId: 'r', Jobs: Array.from({ length: 150 }, (_, index) => ({ Id: index })) }));
    const list = page.locator('.tree summary').filter({ hasText: 'Jobs:' });
    await list.focus();
    await page.keyboard.press('Enter');
    await page.getByText('0:', { exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    const first = page.locator('.tree summary').filter({ hasText: '0:' }).first();
    await first.waitFor();
    await page.getByRole('button', { name: 'Show 50 more of 50' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.tree summary').filter({ hasText: '149:' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent.includes('Jobs:')), true);
    visit.assertNoFaults();
  });

  test('keeps the digits of long numbers, in the tree and as it came', async () => {
    const { visit, page } = await answered('{"RequestId":"r","Big":12345678901234567890,"Small":1.50}');
    await page.locator('.tree').getByText('12345678901234567890').waitFor();
    await page.getByRole('tab', { name: 'Raw' }).click();
    assert.equal(await page.locator('pre').first().textContent(), '{"RequestId":"r","Big":12345678901234567890,"Small":1.50}');
    visit.assertNoFaults();
  });

  test('in XML is as lazy', async () => {
    const { visit, page, took } = await answered(`<a>${'<b><c>text</c><d/></b>'.repeat(40_000)}</a>`, 'text/xml');
    assert.ok(took < 10_000, `${took} ms`);
    assert.ok(await linesOf(page) <= 1_001);
    await page.getByRole('button', { name: 'Show 100 more of 39900' }).waitFor();
    visit.assertNoFaults();
  });
});

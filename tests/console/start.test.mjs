// The start screen, signing in, and what every screen shares.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { inRepository } from '../sdk/support/paths.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { ConsoleService, key } from './support/service.mjs';

const dist = inRepository('src/MediaInfo.Console/dist');

describe('the built page', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

  test('has at most 200 KB, compressed', () => {
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    console.log(`the page: ${files.length} files, ${(size / 1024).toFixed(1)} KB compressed`);
    assert.ok(size <= 200 * 1024, `${size} bytes`);
  });

  test('has nothing inline, and names no other host', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/);
    for (const file of files.filter((one) => /\.(html|js|css)$/.test(one))) {
      const hosts = [...readFileSync(file, 'utf8').matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(([, host]) => host);
      // Names of XML, and the example of an address in a text, which nothing fetches.
      assert.deepEqual(hosts.filter((host) => !['www.w3.org', 'mns.aliyuncs.com', '127.0.0.1', 'host'].includes(host)), [], file);
    }
  });
});

describe('the console', () => {
  let service;
  before(async () => {
    service = await ConsoleService.start();
  });
  after(() => service?.stop());

  test('can be used after a few small requests', async () => {
    const started = performance.now();
    const visit = await service.open('/');
    await visit.page.getByLabel('Key id').waitFor();
    const took = performance.now() - started;
    const sizes = await Promise.all(visit.requests.map(({ request }) => request.sizes()));
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    console.log(`start screen: ${visit.requests.length} requests, ${(bytes / 1024).toFixed(1)} KB, usable after ${took.toFixed(0)} ms`);
    assert.ok(visit.requests.length <= 8, visit.requests.map(({ url }) => url).join('\n'));
    assert.ok(bytes <= 60 * 1024, `${bytes} bytes`);
    visit.assertNoFaults();
  });

  test('is accessible before and after signing in', async () => {
    const visit = await service.open('/');
    await assertAccessible(visit, 'start');
    await visit.signIn();
    await visit.page.getByText('1000000000000001').first().waitFor();
    await assertAccessible(visit, 'start-signed-in');
    visit.assertNoFaults();
  });

  test('refuses a wrong secret in words, and says what is missing', async () => {
    const { page, ...visit } = await service.open('/').then((opened) => ({ page: opened.page, opened }));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Give the id of a key.').waitFor();
    await page.getByText('Give the secret of the key.').waitFor();
    await page.getByLabel('Key id').fill(key.id);
    await page.getByLabel('Secret').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('SignatureDoesNotMatch').waitFor();
    visit.opened.assertNoFaults();
  });

  for (const [what, as, clock, words, never] of [
    ['a wrong secret', { id: key.id, secret: 'wrong' }, 0, /The secret is not the one of this key\. Copy the secret again/, 'StringToSign'],
    ['an unknown key', { id: 'nobody', secret: 'wrong' }, 0, /The service knows no key of this id\. Compare it, letter by letter/],
    ['a clock that is ahead', key, 40 * 60_000, /clock is (39|40) min \d+ s ahead of the service’s\..* Set the clock/],
    ['a clock that is behind', key, -3 * 3_600_000, /clock is (2 h 59|3 h 0) min behind the service’s\./],
  ]) {
    test(`says what to do about ${what}`, async () => {
      const { page, faults } = await service.open('/');
      await page.clock.setSystemTime(Date.now() + clock);
      await page.getByLabel('Key id').fill(as.id);
      await page.getByLabel('Secret').fill(as.secret);
      await page.getByRole('button', { name: 'Sign in' }).click();
      const alert = page.getByRole('alert');
      await alert.getByText(words).waitFor();
      assert.ok(never === undefined || !(await alert.innerText()).includes(never));
      await page.getByLabel('Language').selectOption('zh');
      await alert.getByText(/。 .*请(通过|完整|与)/).waitFor();
      assert.deepEqual(faults, []);
    });
  }

  test('names the permission that a key lacks, on a screen too', async () => {
    const visit = await service.openSignedIn('/queues', {}, { id: 'reader', secret: 'readersecret' });
    await visit.page.getByRole('button', { name: 'Pause: default' }).click();
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
    await visit.page.getByRole('alert').getByText('let the operator add the permission mts:UpdatePipeline to the key’s Allow').waitFor();
    visit.assertNoFaults();
  });

  test('keeps the key in memory only: not in storage, cookies or the address, and a reload forgets it', async () => {
    const visit = await service.openSignedIn('/');
    const kept = await visit.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state]));
    assert.doesNotMatch(kept, new RegExp(`${key.secret}|${key.id}`));
    assert.deepEqual(await visit.context.cookies(), []);
    assert.deepEqual(visit.requests.filter(({ url, request }) => (url + (request.postData() ?? '')).includes(key.secret)), []);
    await visit.page.reload();
    await visit.page.getByLabel('Key id').waitFor();
    assert.equal(await visit.page.getByLabel('Key id').inputValue(), '');
    visit.assertNoFaults();
  });

  test('signs out', async () => {
    const visit = await service.openSignedIn('/jobs');
    await visit.page.getByRole('button', { name: 'Sign out' }).click();
    await visit.page.getByLabel('Key id').waitFor();
    visit.assertNoFaults();
  });

  test('remembers language and theme', async () => {
    const visit = await service.open('/');
    await visit.page.getByLabel('Language').selectOption('zh');
    await visit.page.getByRole('heading', { name: '欢迎' }).waitFor();
    await visit.page.getByLabel('主题').selectOption('dark');
    await visit.page.reload();
    await visit.page.getByRole('heading', { name: '欢迎' }).waitFor();
    assert.deepEqual(await visit.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]), ['zh', 'dark']);
    visit.assertNoFaults();
  });

  test('speaks Chinese to a browser that does', async () => {
    const visit = await service.openSignedIn('/', { locale: 'zh-CN' });
    await visit.page.getByRole('link', { name: '作业' }).first().waitFor();
    await assertAccessible(visit, 'start-zh');
    visit.assertNoFaults();
  });

  test('is used with the keyboard: the first tab skips to the content, and a change of place is announced by the focus', async () => {
    const visit = await service.openSignedIn('/');
    await visit.go('/');
    await visit.page.keyboard.press('Tab');
    assert.equal(await visit.page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
    await visit.page.getByRole('navigation').getByRole('link', { name: 'API explorer' }).focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByText('Choose an action').waitFor();
    assert.equal(await visit.page.evaluate(() => document.activeElement.id), 'main');
    visit.assertNoFaults();
  });

  test('goes back and forth, and opens every place by its address', async () => {
    const visit = await service.openSignedIn('/');
    for (const name of ['API explorer', 'Jobs', 'One file', 'Compare', 'Queues']) {
      await visit.page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
      await visit.page.getByRole('heading', { level: 1 }).first().waitFor();
    }
    assert.equal(visit.place, '/queues');
    await visit.page.goBack();
    assert.equal(visit.place, '/compare');
    await visit.page.goForward();
    assert.equal(visit.place, '/queues');
    await visit.go('/jobs');
    await visit.page.getByText('Sign in first').waitFor();
    visit.assertNoFaults();
  });

  test('says what is not there', async () => {
    const visit = await service.open('/no/such/place');
    await visit.page.getByText('There is no such page').waitFor();
    await visit.page.getByRole('link', { name: 'Go to the start' }).click();
    await visit.page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await assertAccessible(await service.open('/no/such/place'), 'not-found');
    visit.assertNoFaults();
  });

  test('has a menu on a narrow screen', async () => {
    const visit = await service.openSignedIn('/', { viewport: { width: 360, height: 740 } });
    await visit.page.getByRole('button', { name: 'Menu' }).click();
    await visit.page.getByRole('link', { name: 'Queues' }).first().click();
    await visit.page.getByRole('heading', { level: 1 }).first().waitFor();
    assert.equal(visit.place, '/queues');
    visit.assertNoFaults();
  });
});

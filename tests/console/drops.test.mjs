// Files that are dropped on the page, as the browser itself does it, and buckets that cannot be.
import assert from 'node:assert/strict';
import { setTimeout as pass } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { inRepository, mediaFile } from '../sdk/support/paths.mjs';
import { ConsoleService } from './support/service.mjs';

let service;
before(async () => {
  service = await ConsoleService.start();
  await service.put('sample.mp4', 'sample.mp4');
});
after(() => service?.stop());

/** Drags files from the desktop to the middle of an element, and drops them there. */
async function drop(page, place, ...files) {
  const { x, y, width, height } = await place.boundingBox();
  const browser = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await browser.send('Input.dispatchDragEvent', {
      type, x: x + width / 2, y: y + height / 2, data: { items: [], files, dragOperationsMask: 1 },
    });
  }
}

describe('a file that is dropped', () => {
  test('in its place is analysed', async () => {
    const visit = await service.openSignedIn('/file');
    await drop(visit.page, visit.page.getByText('Drop a media file here'), mediaFile('rotated.mp4'));
    await visit.page.getByRole('heading', { name: 'rotated.mp4', level: 1 }).waitFor();
    visit.assertNoFaults();
  });

  for (const [where, path, heading] of [['beside its place', '/file', 'One file'], ['on another screen', '/jobs', 'Jobs']]) {
    test(`${where} does not take the page away, nor the key`, async () => {
      const visit = await service.openSignedIn(path);
      const { page } = visit;
      const title = page.getByRole('heading', { name: heading, level: 1 });
      await drop(page, title, mediaFile('rotated.mp4'));
      await pass(500);
      await title.waitFor();
      assert.equal(visit.place, path);
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
      assert.equal(page.context().pages().length, 1);
      visit.assertNoFaults();
    });
  }

  test('with others is not taken, and the page says so', async () => {
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    await drop(page, page.getByText('Drop a media file here'), mediaFile('rotated.mp4'), mediaFile('sample.mp4'));
    await page.getByRole('alert').getByText('These are 2 files.').waitFor();
    await page.getByLabel('Language').selectOption('zh');
    await drop(page, page.getByText('将媒体文件拖到这里'), mediaFile('rotated.mp4'), mediaFile('sample.mp4'));
    await page.getByRole('alert').getByText('这是 2 个文件。').waitFor();
    assert.ok(!visit.requests.some(({ request }) => request.method() === 'PUT'));
    visit.assertNoFaults();
  });

  test('is no folder', async () => {
    const visit = await service.openSignedIn('/file');
    await drop(visit.page, visit.page.getByText('Drop a media file here'), inRepository('tests/media/hls'));
    await visit.page.getByRole('alert').getByText('This is a folder.').waitFor();
    visit.assertNoFaults();
  });
});

describe('an upload', () => {
  for (const [what, bucket, said] of [
    ['of an illegal name', '../etc', 'The specified parameter "Bucket" is not valid.'],
    ['that storage does not have', 'no-such-bucket', 'There is no bucket no-such-bucket in storage.'],
  ]) {
    test(`into a bucket ${what} says that it is the bucket`, async () => {
      const visit = await service.openSignedIn('/file');
      const { page } = visit;
      await page.getByLabel('Bucket', { exact: true }).fill(bucket);
      await page.locator('input[type=file]').setInputFiles(mediaFile('rotated.mp4'));
      await page.getByRole('alert').getByText(said).waitFor();
      visit.assertNoFaults();
    });
  }
});

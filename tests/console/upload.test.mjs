// An upload goes on where it can be seen, or ends; it never calls anybody back. Files of any name and kind.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../sdk/support/eventually.mjs';
import { mediaFile } from '../sdk/support/paths.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { callTo } from './support/calls.mjs';
import { ConsoleService } from './support/service.mjs';
import { sourceOf } from './support/sources.mjs';

const { objectFor, renamed } = await sourceOf('screens/file/objectName.ts');

describe('the key of a file', () => {
  for (const [name, key] of [
    ['holiday 2024.mp4', 'uploads/holiday 2024.mp4'],
    ['a#b?c%d+e&f.mp4', 'uploads/a-b-c-d-e-f.mp4'],
    ['C:\\a\\..\\b/c.mp4', 'uploads/C:-a-..-b-c.mp4'],
    ['e\u0301 输入 👩‍👧.mp4', 'uploads/é 输入 👩‍👧.mp4'],
    ['.hidden', 'uploads/.hidden'],
    ['ends with.', 'uploads/ends with'],
    ['spaces .. ', 'uploads/spaces'],
    ['..', 'uploads/file'],
    ['.', 'uploads/file'],
    ['line\nbreak\u0000\u2028\u202emp4.exe', 'uploads/line-break-mp4.exe'],
    ['half \ud83d.mp4', 'uploads/half -.mp4'],
  ]) {
    test(`${JSON.stringify(name)} is ${JSON.stringify(key)}`, () => assert.equal(objectFor(name), key));
  }

  test('fits into a file system however long the name is, and keeps its ending', () => {
    for (const name of [`${'测'.repeat(300)}.mp4`, `${'😀'.repeat(200)}.webm`, 'a'.repeat(999), `.${'b'.repeat(400)}`, `x.${'y'.repeat(400)}`]) {
      const key = objectFor(name);
      assert.ok(Buffer.byteLength(key.slice('uploads/'.length)) <= 200, key);
      assert.equal(key, key.toWellFormed());
    }
    assert.match(objectFor(`${'测'.repeat(300)}.mp4`), /测\.mp4$/);
  });

  test('of another attempt has the time before its ending', () => {
    const now = new Date('2024-02-29T12:00:00Z');
    assert.deepEqual(['uploads/a.b.mp4', 'uploads/.hidden', 'uploads.x/plain'].map((key) => renamed(key, now)), [
      'uploads/a.b-20240229-120000.mp4', 'uploads/.hidden-20240229-120000', 'uploads.x/plain-20240229-120000',
    ]);
  });
});

describe('an upload', () => {
  let service;
  before(async () => {
    service = await ConsoleService.start();
    // On the embedded store a bucket is a folder.
    await service.put('demo/sample.mp4', 'sample.mp4');
  });
  after(() => service?.stop());

  const clip = (name) => ({ name, mimeType: 'video/mp4', buffer: readFileSync(mediaFile('sample.mp4')) });
  const bar = (page, name) => page.getByRole('region', { name: `Uploading ${name}` });
  const to = (page, name) => page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();

  /** Begins an upload that lasts until it is released. */
  async function begun(name) {
    const visit = await service.openSignedIn('/file');
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await visit.page.route((url) => url.pathname.length > 1 && !url.pathname.startsWith('/console'), async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await visit.page.locator('input[type=file]').setInputFiles(clip(name));
    await visit.page.getByRole('button', { name: 'Cancel the upload' }).waitFor();
    return { visit, page: visit.page, release };
  }

  test('waits its turn while another program sends the same object', async () => {
    const { Upload } = await callTo(service.endpoint, 'own')('CreateUpload', { Bucket: 'example-bucket', Object: 'uploads/busy.mp4', Size: 100 });
    const other = request(Upload.Url, { method: 'PUT', headers: { ...Upload.Headers, 'Content-Length': 100 } });
    other.on('error', () => {});
    // The server cuts off whoever sends nothing for seconds.
    const drip = setInterval(() => other.write('x'), 100);
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    try {
      await page.locator('input[type=file]').setInputFiles(clip('busy.mp4'));
      await page.getByText('Another upload of this object is going on.').waitFor();
    } finally {
      clearInterval(drip);
      other.destroy();
    }
    await eventually('the other upload is gone', async () => {
      await page.getByRole('button', { name: 'Try again' }).click();
      return await page.getByRole('heading', { name: 'busy.mp4', exact: true }).or(page.getByRole('button', { name: 'Try again' })).first().waitFor()
        .then(() => page.getByRole('heading', { name: 'busy.mp4', exact: true }).isVisible());
    });
    visit.assertNoFaults();
  });

  test('goes on in sight when the person looks at other screens, and does not call them back', async () => {
    const { visit, page, release } = await begun('away.mp4');
    await to(page, 'Jobs');
    await bar(page, 'away.mp4').getByRole('progressbar').waitFor();
    await assertAccessible(visit, 'upload-elsewhere');
    await page.goBack();
    await page.getByRole('heading', { name: 'Uploading away.mp4' }).waitFor();
    await page.goForward();
    await bar(page, 'away.mp4').waitFor();
    release();
    await page.getByText('away.mp4 is uploaded, and its analysis has begun.').waitFor();
    assert.equal(visit.place, '/jobs');
    await page.getByRole('link', { name: 'Look at it' }).click();
    await page.getByRole('heading', { name: 'away.mp4', level: 1 }).waitFor();
    assert.equal(await page.getByText('is uploaded, and its analysis').count(), 0);
    visit.assertNoFaults();
  });

  test('can be canceled from anywhere', async () => {
    const { visit, page } = await begun('stopped.mp4');
    await to(page, 'Queues');
    await bar(page, 'stopped.mp4').getByRole('button', { name: 'Cancel the upload' }).click();
    await bar(page, 'stopped.mp4').waitFor({ state: 'detached' });
    await to(page, 'One file');
    await page.getByText('The upload was canceled. Nothing was analysed.').waitFor();
    assert.equal(existsSync(service.store.fileOf('uploads/stopped.mp4')), false);
    visit.assertNoFaults();
  });

  test('ends with the session, and is nothing to who signs in next', async () => {
    const { visit, page, release } = await begun('left.mp4');
    await page.getByRole('button', { name: 'Sign out' }).click();
    release();
    await page.getByText('Sign in first').waitFor();
    await visit.signIn();
    await page.getByText('Drop a media file here').waitFor();
    assert.equal(await page.getByText(/left\.mp4|canceled/).count(), 0);
    assert.equal(existsSync(service.store.fileOf('uploads/left.mp4')), false);
    visit.assertNoFaults();
  });

  test('has the browser ask before the window closes, and only then', async () => {
    const { page, release } = await begun('closing.mp4');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.dismiss();
    release();
    await page.getByRole('heading', { name: 'closing.mp4', level: 1 }).waitFor();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  });

  /** Drops files of these names on a place of the page. */
  async function drop(page, place, names) {
    const data = await page.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      all.forEach((name) => transfer.items.add(new File(['x'], name)));
      return transfer;
    }, names);
    await page.locator(place).dispatchEvent('drop', { dataTransfer: data });
  }

  test('is of one file: two at once and a folder are refused in words, in both languages', async () => {
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    await drop(page, '.drop', ['a.mp4', 'b.mp4']);
    await page.getByRole('alert').getByText('These are 2 files.').waitFor();
    await page.evaluate(() => { DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true }); });
    await drop(page, '.drop', ['folder']);
    await page.getByRole('alert').getByText('This is a folder.').waitFor();
    await page.getByLabel('Language').selectOption('zh');
    await drop(page, '.drop', ['folder']);
    await page.getByRole('alert').getByText('这是一个文件夹。').waitFor();
    assert.ok(!visit.requests.some(({ request }) => request.method() === 'PUT'));
    visit.assertNoFaults();
  });

  test('beside its place is nothing, so that the page stays', async () => {
    const visit = await service.openSignedIn('/file');
    const prevented = await visit.page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'a.mp4'));
      return ['dragover', 'drop'].map((name) => !document.querySelector('h1').dispatchEvent(new DragEvent(name, { dataTransfer: transfer, bubbles: true, cancelable: true })));
    });
    assert.deepEqual(prevented, [true, true]);
    visit.assertNoFaults();
  });

  test('that the browser cannot read says so', async () => {
    const visit = await service.openSignedIn('/file');
    await visit.page.evaluate(() => { Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError')); });
    await drop(visit.page, '.drop', ['gone.mp4']);
    await visit.page.getByRole('alert').getByText('The browser cannot read gone.mp4.').waitFor();
    visit.assertNoFaults();
  });

  for (const name of ['a b #1? 100% +é 输入 😀.mp4', `${'测'.repeat(84)}.mp4`, '.dots..mp4']) {
    test(`of ${name} arrives and is analysed`, async () => {
      const visit = await service.openSignedIn('/file');
      await visit.page.locator('input[type=file]').setInputFiles(clip(name));
      await visit.page.getByRole('heading', { name: 'What is in it' }).waitFor();
      assert.ok(existsSync(service.store.fileOf(objectFor(name))));
      visit.assertNoFaults();
    });
  }
});

// One file: from the drop to what is in it, its pictures, and every API's answer.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { mediaFile } from '../sdk/support/paths.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { analysed } from './support/calls.mjs';
import { ConsoleService } from './support/service.mjs';

const limit = 1_000_000;
let service;
before(async () => {
  service = await ConsoleService.start({ MediaInfo__Uploads__MaxBytes: String(limit) });
  await service.put('demo/sample 测试.mp4', 'sample.mp4');
});
after(() => service?.stop());

const report = (page) => page.getByRole('heading', { name: 'What is in it' });
const card = (page, name) => page.getByRole('region', { name, exact: true });

async function chosen(page, ...args) {
  await page.locator('input[type=file]').setInputFiles(...args);
}

describe('an upload', () => {
  test('arrives, is analysed, and is described with a plot, pictures and a sprite', async () => {
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    await page.getByText('Up to 977 KiB').waitFor();
    await assertAccessible(visit, 'file');
    await chosen(page, mediaFile('sample.mp4'));
    await report(page).waitFor();
    assert.deepEqual(readFileSync(service.store.fileOf('uploads/sample.mp4')), readFileSync(mediaFile('sample.mp4')));
    assert.match(visit.place, /^\/file\?job=[0-9a-f]{32}$/);

    const video = await card(page, 'Video · Stream 0 320 × 180').innerText();
    for (const fact of ['16:9', 'H.264 / AVC', 'High · level 2.1', '25 frames/s', 'constant', '8 bits', 'Progressive', 'English', '0:04.000', '79.6 kbit/s', '100']) {
      assert.ok(video.includes(fact), `${fact} in ${video}`);
    }
    const audio = await card(page, 'Audio · Stream 1 stereo').innerText();
    for (const fact of ['AAC', '48 kHz', '2 channels', 'German']) {
      assert.ok(audio.includes(fact), `${fact} in ${audio}`);
    }
    await page.getByRole('img', { name: /Bit rate over time of Video · Stream 0, Audio · Stream 1, with 2 key frames/ }).waitFor();
    await page.locator('.plot canvas').waitFor();
    await page.getByText('287 ms').waitFor();

    await page.getByRole('button', { name: 'Make snapshots and a sprite' }).click();
    const slider = page.getByRole('slider', { name: 'Move through the video' });
    await slider.waitFor();
    const frame = page.getByRole('img', { name: /^Frame \d+ of 10, at / });
    assert.match(await frame.getAttribute('aria-label'), /^Frame 1 of 10, at 0:00/);
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await frame.getAttribute('aria-label'), /^Frame 2 of 10/);
    await page.keyboard.press('End');
    assert.match(await frame.getAttribute('aria-label'), /^Frame 10 of 10/);
    const box = await frame.boundingBox();
    await page.mouse.move(box.x + box.width * 0.55, box.y + box.height / 2);
    assert.match(await frame.getAttribute('aria-label'), /^Frame 6 of 10/);
    const pictures = page.getByRole('img', { name: /^At 0:0/ });
    assert.ok(await pictures.count() >= 6);
    await pictures.first().evaluate((picture) => picture.decode());
    await assertAccessible(visit, 'file-report');
    visit.assertNoFaults();
  });

  test('is refused before its first byte if it is too large or empty', async () => {
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    await chosen(page, { name: 'big.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(limit + 1) });
    await page.getByRole('alert').getByText(/big\.mp4 has .*; uploads may have 977 KiB/).waitFor();
    await chosen(page, { name: 'none.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(0) });
    await page.getByRole('alert').getByText('none.mp4 is empty.').waitFor();
    assert.ok(!visit.requests.some(({ request }) => request.method() === 'PUT'));
    visit.assertNoFaults();
  });

  test('never replaces an object unasked', async () => {
    await service.put('uploads/taken.mp4', 'rotated.mp4');
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    const mine = { name: 'taken.mp4', mimeType: 'video/mp4', buffer: readFileSync(mediaFile('sample.mp4')) };
    await chosen(page, mine);
    await page.getByText('The bucket already has an object of that name.').waitFor();
    assert.deepEqual(readFileSync(service.store.fileOf('uploads/taken.mp4')), readFileSync(mediaFile('rotated.mp4')));
    await page.getByRole('button', { name: 'Upload under another name' }).click();
    await page.getByRole('heading', { name: /^taken-\d{8}-\d{6}\.mp4$/ }).waitFor();
    await page.goBack();
    await chosen(page, mine);
    await page.getByRole('button', { name: 'Replace it' }).click();
    await page.getByRole('heading', { name: 'taken.mp4', exact: true }).waitFor();
    assert.deepEqual(readFileSync(service.store.fileOf('uploads/taken.mp4')), mine.buffer);
    visit.assertNoFaults();
  });

  test('can be canceled', async () => {
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    // The address is held back, so that the upload lasts until it is canceled.
    await page.route((url) => url.pathname !== '/' && !url.pathname.startsWith('/console'), () => {});
    await chosen(page, { name: 'slow.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(500_000) });
    await page.getByRole('progressbar', { name: 'Uploading slow.mp4' }).waitFor();
    await page.getByRole('button', { name: 'Cancel the upload' }).click();
    await page.getByText('The upload was canceled. Nothing was analysed.').waitFor();
    assert.equal(existsSync(service.store.fileOf('uploads/slow.mp4')), false);
    visit.assertNoFaults();
  });
});

describe('a name', () => {
  for (const [what, text] of [
    ['bucket and key', 'example-bucket/demo/sample 测试.mp4'],
    ['an oss:// address', 'oss://example-bucket/demo/sample%20%E6%B5%8B%E8%AF%95.mp4'],
    ['an https address of OSS', 'https://example-bucket.oss-cn-hangzhou.aliyuncs.com/demo/sample%20%E6%B5%8B%E8%AF%95.mp4?Expires=1'],
    ['an address of a region that the service has not', 'http://example-bucket.oss-cn-shanghai.aliyuncs.com/demo/sample%20%E6%B5%8B%E8%AF%95.mp4'],
    ['an address of OBS', 'https://example-bucket.obs.cn-north-4.myhuaweicloud.com/demo/sample%20%E6%B5%8B%E8%AF%95.mp4'],
  ]) {
    test(`by ${what} leads to the file, with the keyboard alone`, async () => {
      const visit = await service.openSignedIn('/file');
      const { page } = visit;
      await page.getByLabel('Address or bucket/object').focus();
      await page.keyboard.insertText(text);
      await page.getByText('Bucket example-bucket, object demo/sample 测试.mp4').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'sample 测试.mp4', level: 1 }).waitFor();
      await report(page).waitFor();
      visit.assertNoFaults();
    });
  }

  test('of another region says where the object will be looked for', async () => {
    const visit = await service.openSignedIn('/file');
    await visit.page.getByLabel('Address or bucket/object').fill('http://example-bucket.oss-cn-shanghai.aliyuncs.com/a.mp4');
    await visit.page.getByText(/names oss-cn-shanghai, which this service does not have: it looks in its own bucket example-bucket/).waitFor();
    visit.assertNoFaults();
  });

  test('that is an address of this console opens that page, and no other address of the service becomes a job', async () => {
    const id = await analysed(service.endpoint, 'demo/sample 测试.mp4');
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    const field = page.getByLabel('Address or bucket/object');
    await field.fill(`${service.endpoint}/queues/mediainfo-callbacks/messages`);
    await page.getByText(/\/queues\/mediainfo-callbacks\/messages is an address of this service, and no object/).waitFor();
    await page.getByRole('button', { name: 'Analyse', exact: true }).click();
    await field.fill(`${service.endpoint}/console/file?job=${id}`);
    await page.getByRole('button', { name: 'Open it' }).click();
    await report(page).waitFor();
    assert.equal(visit.place, `/file?job=${id}`);
    assert.ok(!visit.requests.some(({ request }) => request.headers()['x-acs-action'] === 'SubmitMediaInfoJob'));
    visit.assertNoFaults();
  });

  test('that the service does not know is refused in words', async () => {
    const visit = await service.openSignedIn('/file');
    const { page } = visit;
    await page.getByLabel('Address or bucket/object').fill('https://videos.example.com/a.mp4');
    await page.getByText(/videos\.example\.com is not a bucket of this service/).waitFor();
    await page.getByLabel('Address or bucket/object').fill('only-a-bucket');
    await page.getByRole('button', { name: 'Analyse', exact: true }).click();
    await page.getByText(/Give a bucket and an object/).waitFor();
    await page.getByLabel('Language').selectOption('zh');
    await page.getByText(/请给出存储桶和对象/).waitFor();
    visit.assertNoFaults();
  });

  test('whose job is accepted late calls nobody back who has gone elsewhere', async () => {
    const visit = await service.openSignedIn('/file?bucket=example-bucket&object=demo%2Fsample+%E6%B5%8B%E8%AF%95.mp4');
    const { page } = visit;
    let release;
    await page.route((url) => url.pathname === '/', async (route) => {
      await new Promise((resolve) => { release = resolve; });
      await route.continue();
    }, { times: 1 });
    await page.getByRole('button', { name: 'Analyse', exact: true }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'One file' }).click();
    const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/');
    release();
    await answered;
    await page.getByLabel('Address or bucket/object').fill('x');
    assert.equal(visit.place, '/file');
    visit.assertNoFaults();
  });

  test('of an address is filled in, and a file that is not there says what to do', async () => {
    const visit = await service.openSignedIn('/file?bucket=example-bucket&object=demo%2Fgone.mp4');
    const { page } = visit;
    assert.equal(await page.getByLabel('Address or bucket/object').inputValue(), 'example-bucket/demo/gone.mp4');
    await page.getByRole('button', { name: 'Analyse', exact: true }).click();
    await page.getByRole('alert').getByText('The bucket or the object does not exist.').waitFor();
    await page.goBack();
    await page.getByLabel('Address or bucket/object').waitFor();
    visit.assertNoFaults();
  });
});

describe('a description', () => {
  test('shows chapters and subtitles in time, corrections beside ffprobe, and every form as JSON and XML', async () => {
    await service.put('demo/high-speed.mp4', 'rules/jump.ts');
    const id = await analysed(service.endpoint, 'demo/high-speed.mp4');
    const visit = await service.openSignedIn(`/file?job=${id}`);
    const { page } = visit;
    await report(page).waitFor();
    await page.getByRole('heading', { name: 'What this service says otherwise than ffprobe' }).waitFor();
    await page.getByRole('table', { name: 'What this service says otherwise than ffprobe' }).getByText('JumpingClock').first().waitFor();
    await page.getByText('Read every packet to see the bit rate over time').waitFor();
    const answer = page.locator('pre.take');
    const form = page.getByLabel('Answer of');
    for (const [name, json, xml] of [
      ['mps', '"Streams"', '<Streams>'], ['ims', '"FileBasicInfo"', '<FileBasicInfo>'], ['mpc', '"video"', '<video>'],
      ['report', '"container"', '<container>'], ['ffprobe', '"codec_name"', '<codec_name>'],
    ]) {
      await page.getByLabel('Form').selectOption('json');
      await form.selectOption(name);
      await answer.filter({ hasText: json }).waitFor();
      await page.getByLabel('Form').selectOption('xml');
      await answer.filter({ hasText: xml }).waitFor();
    }
    await page.getByText('ffprobe beside our answer').click();
    await page.getByRole('heading', { name: 'ffprobe’s own report' }).waitFor();
    await assertAccessible(visit, 'file-corrections');
    await page.getByRole('button', { name: 'Read every packet now' }).click();
    await page.locator('.plot canvas').waitFor();
    visit.assertNoFaults();
  });

  test('of a still picture has no rates, and none of a varying video is called constant', async () => {
    await service.put('demo/still.png', 'rules/turned.png');
    await service.put('demo/variable.mp4', 'rules/variable.mp4');
    const deep = { Config: JSON.stringify({ Deep: true }) };
    const visit = await service.openSignedIn(`/file?job=${await analysed(service.endpoint, 'demo/still.png', deep)}`);
    const { page } = visit;
    await report(page).waitFor();
    await card(page, 'Video · Stream 0 48 × 64').waitFor();
    assert.doesNotMatch(await page.locator('main').innerText(), /bit\/s|frames?\/s|Wait before playing|Bit rate over time|In time/);

    const id = await analysed(service.endpoint, 'demo/variable.mp4', deep);
    const other = await service.openSignedIn(`/file?job=${id}`);
    await other.page.getByText('29.603 frames/s').waitFor();
    await other.page.getByText('varies', { exact: true }).waitFor();
    visit.assertNoFaults();
    other.assertNoFaults();
  });

  test('of a broadcast counts in time as its bit rates do', async () => {
    await service.put('demo/service.ts', 'service.ts');
    const id = await analysed(service.endpoint, 'demo/service.ts', { Config: JSON.stringify({ Deep: true }) });
    const { page } = await service.openSignedIn(`/file?job=${id}`);
    await page.getByText(/Times count from the file’s start, where its own clock shows 0:01\.4\d\d\./).waitFor();
    assert.deepEqual((await page.locator('.time-line .tick').allInnerTexts()).slice(0, 2), ['0:00', '0:00.500']);
  });

  test('there is none of an empty object, whichever pass looks at it', async () => {
    await service.put('demo/empty.mp4', 'sample.mp4');
    writeFileSync(service.store.fileOf('demo/empty.mp4'), '');
    for (const more of [{}, { Config: JSON.stringify({ Deep: true }) }, { Config: JSON.stringify({ Deep: true, CalculateMD5: true }) }]) {
      const id = await analysed(service.endpoint, 'demo/empty.mp4', more);
      const { page } = await service.openSignedIn(`/file?job=${id}`);
      await page.getByRole('alert').getByText('The object has no bytes.').waitFor();
    }
  });

  test('speaks Chinese', async () => {
    await service.put('demo/subtitles.mkv', 'subtitles.mkv');
    const id = await analysed(service.endpoint, 'demo/subtitles.mkv');
    const visit = await service.openSignedIn(`/file?job=${id}`, { locale: 'zh-CN' });
    const { page } = visit;
    await page.getByRole('heading', { name: '文件内容' }).waitFor();
    await page.getByText('23.976 帧/秒').waitFor();
    await page.getByText('字幕 · 流', { exact: false }).first().waitFor();
    await page.getByText('以表格显示').first().click();
    await page.getByRole('table', { name: '流与章节的时间范围' }).waitFor();
    await assertAccessible(visit, 'file-chinese');
    visit.assertNoFaults();
  });
});

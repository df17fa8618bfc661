// Files that a description could show wrongly: streams that are alike, subtitles, and a file that was cut short.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import { ffmpeg, mediaFile } from '../sdk/support/paths.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { analysed } from './support/calls.mjs';
import { ConsoleService } from './support/service.mjs';

let service;
before(async () => {
  service = await ConsoleService.start();
});
after(() => service?.stop());

/** Puts into the bucket what ffmpeg makes of clips. */
function make(key, ...how) {
  const file = service.store.fileOf(key);
  mkdirSync(dirname(file), { recursive: true });
  execFileSync(ffmpeg, ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...how, file]);
  return key;
}

/** The same sound and the same subtitles, twice each, with two chapters. */
function twins(key, second = 'Second') {
  const chapters = `${service.folder}/chapters-${second}.txt`;
  const chapter = (from, to, title) => `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${from}\nEND=${to}\ntitle=${title}\n`;
  writeFileSync(chapters, `;FFMETADATA1\n${chapter(0, 2000, 'First')}${chapter(2000, 4000, second)}`);
  return make(
    key, '-i', mediaFile('sample.mp4'), '-i', mediaFile('subtitles.mkv'), '-i', chapters, '-map_chapters', '2',
    '-map', '0:v', '-map', '0:a', '-map', '0:a', '-map', '1:s:0', '-map', '1:s:0', '-c', 'copy');
}

test('two streams that are alike have names of their own, and subtitles their own length', async () => {
  const id = await analysed(service.endpoint, twins('twins/one.mkv'), { Config: '{"Deep":true}' });
  const visit = await service.openSignedIn(`/file?job=${id}`);
  const { page } = visit;
  await page.getByRole('region', { name: 'Audio · Stream 1 stereo', exact: true }).waitFor();
  await page.getByRole('region', { name: 'Audio · Stream 2 stereo', exact: true }).waitFor();
  await page.getByText('As a table').first().click();
  const row = page.getByRole('table', { name: 'Streams and chapters in time' }).getByRole('row').filter({ hasText: 'Subtitles · Stream 3' });
  assert.match(await row.innerText(), /0:02\.5\d\d/);
  await assertAccessible(visit, 'file-twins');
  visit.assertNoFaults();
});

test('chapters are compared, and like streams of two files are told apart', async () => {
  const [a, b] = [await analysed(service.endpoint, twins('twins/one.mkv')), await analysed(service.endpoint, twins('twins/two.mkv', 'Other'))];
  const visit = await service.openSignedIn(`/compare?a=${a}&b=${b}`);
  const { page } = visit;
  const chapters = page.getByRole('table', { name: 'Chapters', exact: true });
  await chapters.getByRole('row').filter({ hasText: 'Chapter 1' }).getByText('same').waitFor();
  await chapters.getByRole('row').filter({ hasText: 'Chapter 2' }).getByText('differs').waitFor();
  await page.getByRole('table', { name: 'Audio 2', exact: true }).waitFor();
  await assertAccessible(visit, 'compare-twins');
  visit.assertNoFaults();
});

test('a file whose packets end long before its headers do is said to be cut short', async () => {
  const whole = readFileSync(service.store.fileOf(make('cut/whole.mkv', '-stream_loop', '5', '-i', mediaFile('sample.mp4'), '-c', 'copy')));
  writeFileSync(service.store.fileOf('cut/cut.mkv'), whole.subarray(0, 40_000));
  for (const [object, isCut] of [['cut/cut.mkv', true], ['cut/whole.mkv', false]]) {
    const id = await analysed(service.endpoint, object, { Config: '{"Deep":true}' });
    const visit = await service.openSignedIn(`/file?job=${id}`);
    const { page } = visit;
    await page.locator('.plot canvas').waitFor();
    const notice = page.getByText('A part of this file seems to be missing');
    assert.equal(await notice.count(), isCut ? 1 : 0);
    if (isCut) {
      await page.getByText(/Its packets end at 0:0\d\.\d{3}, but its headers speak of 0:2\d\.\d{3}/).waitFor();
    }
    visit.assertNoFaults();
  }
});

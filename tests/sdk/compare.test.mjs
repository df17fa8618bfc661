import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ffprobe, mediaFile } from './support/paths.mjs';

const script = fileURLToPath(new URL('../../eng/compare.mjs', import.meta.url));
const clips = ['sample.mp4', 'subtitles.mkv', 'service.ts', 'sound.mp3', 'cover.mp3', 'rotated.mp4', 'hls/index.m3u8'];
const oddNames = [`-a 'b' "c" #?%41&+ 视频🎬.mp4`, 'line\nfeed.mp4'];
const noMedia = ['empty.mp4', 'text.txt'];

let folder;
let media;
let reports;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mediainfo-compare-'));
  [media, reports] = [join(folder, 'media'), join(folder, 'reports')];
  await cp(mediaFile(''), media, { recursive: true });
  await Promise.all(oddNames.map((name) => copyFile(mediaFile('sample.mp4'), join(media, name))));
  await writeFile(join(media, 'empty.mp4'), '');
  await writeFile(join(media, 'text.txt'), 'hello\n');
  const binary = join(folder, 'ffprobe');
  await copyFile(ffprobe, binary);
  await chmod(binary, 0o700);
  for (const file of [...clips, ...oddNames, ...noMedia]) {
    await mkdir(dirname(join(reports, file)), { recursive: true });
    await writeFile(join(reports, `${file}.json`), (await run(binary, probing(join(media, file)))).output);
  }
});
after(() => rm(folder, { recursive: true, force: true }));

const probing = (file) =>
  ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', '-show_programs', '-show_chapters', '-i', file];

function run(program, args) {
  return new Promise((resolve, reject) => {
    // Without GCONV_PATH this build crashes on the names in a transport stream.
    const env = { ...process.env, GCONV_PATH: '/nonexistent' };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'], timeout: 240_000 });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => { output += chunk; });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

const compare = () => run(process.execPath, [script, media, reports]);

test('every field of our descriptions agrees with ffprobe', async () => {
  const { code, output } = await compare();
  assert.equal(output.trimEnd().split('\n').at(-1), `${clips.length + oddNames.length + noMedia.length} files, 0 disagreements`, output);
  assert.match(output, /^hls\/segment0\.ts: no JSON to compare with$/m);
  assert.equal(code, 0);
});

test('every field that differs is reported', async () => {
  const change = async (file, edit) => {
    const path = join(reports, `${file}.json`);
    const report = JSON.parse(await readFile(path, 'utf8'));
    edit(report);
    await writeFile(path, JSON.stringify(report));
  };
  await change('sample.mp4', ({ streams, format }) => {
    streams[0].codec_name = 'hevc';
    streams[1].tags.language = 'fra';
    format.duration = '4.000001';
  });
  await change('rotated.mp4', ({ streams }) => { streams[0].side_data_list[0].rotation = 90; });
  await change('service.ts', ({ programs }) => { programs[0].tags.service_name = 'Another'; });
  await change('subtitles.mkv', ({ streams }) => streams.pop());
  await writeFile(join(reports, 'sound.mp3.json'), '{}');
  await writeFile(join(reports, 'text.txt.json'), await readFile(join(reports, 'cover.mp3.json'), 'utf8'));

  const { code, output } = await compare();

  for (const line of [
    'sample.mp4: streams[0].codecName: ours "h264", ffprobe "hevc"',
    'sample.mp4: streams[1].language: ours "deu", ffprobe "fra"',
    'sample.mp4: container.duration: ours 4, ffprobe 4.000001',
    'rotated.mp4: streams[0].rotation: ours 90, ffprobe 270',
    'subtitles.mkv: subtitleStreams.index: ours [2,3], ffprobe [2]',
    'sound.mp3: State: ours Success, ffprobe nothing',
  ]) {
    assert.ok(output.split('\n').includes(line), `${line}\nnot in\n${output}`);
  }
  assert.match(output, /^text\.txt: State: ours Fail \(InvalidParameter\.ResourceContentBad: .*\), ffprobe 2 streams$/m);
  assert.match(output, /^service\.ts: programs\[0\]\.tags: ours .*Example Service.*, ffprobe .*Another/m);
  assert.match(output.trimEnd().split('\n').at(-1), /^11 files, [1-9]\d* disagreements$/);
  assert.equal(code, 1);
});

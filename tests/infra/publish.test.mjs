// The published app works as in a deployment: in a read-only folder, with no file executable.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startAzurite } from '../sdk/support/azurite.mjs';
import { Child } from '../sdk/support/child.mjs';
import { mpsClients } from '../sdk/support/mps-clients.mjs';
import { inputOf } from '../sdk/support/mps.mjs';
import { Bucket } from '../sdk/support/objects.mjs';
import { mediaFile, settingsFile } from '../sdk/support/paths.mjs';
import { freePorts } from '../sdk/support/ports.mjs';
import { inRepository } from './support/repository.mjs';

process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1,localhost';

const healthKey = 'health-key-of-tests';
const nobody = 65_534;
const isRoot = process.getuid() === 0;
// Root may write everywhere, so the test would prove nothing as root.
const asNobody = isRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : [];

const folder = mkdtempSync(join(tmpdir(), 'mediainfo-publish-'));
const app = join(folder, 'app');
const temporary = join(folder, 'tmp');
const parts = [];

const publish = (output, ...more) =>
  spawnSync('dotnet', ['publish', inRepository('src/MediaInfo.Standalone'), '-c', 'Release', '--no-build', '-v', 'quiet', '-o', output, ...more], {
    encoding: 'utf8',
    timeout: 300_000,
  });

function forbid(path) {
  if (statSync(path).isDirectory()) {
    readdirSync(path).forEach((name) => forbid(join(path, name)));
    chmodSync(path, 0o555);
  } else {
    chmodSync(path, 0o444);
  }
}

function allow(path) {
  chmodSync(path, 0o755);
  readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).forEach((entry) => allow(join(path, entry.name)));
}

after(async () => {
  for (const part of parts.reverse()) {
    await part.stop();
  }
  allow(folder);
  rmSync(folder, { recursive: true, force: true });
});

describe('a published Standalone', () => {
  let endpoint;
  let bucket;

  before(async () => {
    chmodSync(folder, 0o755);
    const { status, stdout, stderr } = publish(app);
    assert.equal(status, 0, `${stdout}${stderr}`);
    forbid(app);
    mkdirSync(temporary, { mode: 0o700 });
    if (isRoot) {
      chownSync(temporary, nobody, nobody);
    }
    const azurite = await startAzurite(folder);
    parts.push(azurite);
    bucket = await new Bucket(azurite.connectionString).create();
    const [port] = await freePorts(1);
    endpoint = `http://127.0.0.1:${port}`;
    const command = [...asNobody, 'env', '-u', 'HOME', '-u', 'MediaInfo__Probe__FfprobePath', '-u', 'MediaInfo__Frames__FfmpegPath', '-C', app,
      'dotnet', join(app, 'MediaInfo.Standalone.dll'), '--settings', settingsFile, '--urls', endpoint];
    const env = { AzureWebJobsStorage: azurite.connectionString, TMPDIR: temporary, MediaInfo__Health__Key: healthKey };
    const child = new Child('The published service', command, { log: join(folder, 'service.log'), env });
    parts.push(child);
    await child.answers(`${endpoint}/health/ready`, (code) => code === 200);
  });

  test('contains ffprobe and ffmpeg with their licence, and says where their source is', () => {
    assert.ok(['ffprobe', 'ffmpeg'].every((tool) => statSync(join(app, tool)).size > 10_000_000));
    assert.match(readFileSync(join(app, 'licences/GPL-3.0.txt'), 'utf8'), /GNU GENERAL PUBLIC LICENSE\s+Version 3/);
    assert.match(readFileSync(join(app, 'THIRD-PARTY-NOTICES.md'), 'utf8'), /ffprobe and ffmpeg[\s\S]*source/);
  });

  test('contains no settings', () => assert.ok(!existsSync(join(app, 'local.settings.json'))));

  test('is ready with copies of its own ffprobe and ffmpeg', async () => {
    const ready = await fetch(`${endpoint}/health/ready`, { headers: { 'X-Health-Key': healthKey } });
    assert.match(await ready.text(), /ffprobe version[\s\S]*ffmpeg version|ffmpeg version[\s\S]*ffprobe version/);
    assert.deepEqual(readdirSync(temporary).filter((name) => name.startsWith('mediainfo-')), [], 'the copy has a name');
  });

  test('analyses media', async () => {
    await bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
    const { call } = mpsClients[0].create(endpoint);
    const { MediaInfoJob } = await call('SubmitMediaInfoJob', { Input: inputOf('sample.mp4'), Async: false });
    assert.equal(MediaInfoJob.State, 'Success');
    assert.match(MediaInfoJob.Properties.Format.FormatName, /mp4/);
  });
});

test('publishing fails without ffprobe or ffmpeg, unless that is requested', () => {
  const absent = ['ffprobe', 'ffmpeg'].map((tool) => `-p:${tool.replace('ff', 'Ff')}File=${join(folder, 'none', tool)}`);
  const other = join(folder, 'other');
  const refused = publish(other, ...absent);
  assert.notEqual(refused.status, 0);
  assert.match(refused.stdout, /There is no ffprobe and no ffmpeg to publish: run npm ci --os=linux --cpu=(x64|arm64) first/);

  const { status, stdout } = publish(other, ...absent, '-p:WithoutFfprobe=true', '-p:WithoutFfmpeg=true');
  assert.equal(status, 0, stdout);
  assert.ok(!existsSync(join(other, 'ffprobe')) && !existsSync(join(other, 'ffmpeg')));
});

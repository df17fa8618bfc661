// The image, as far as it can be checked without Docker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { parse } from 'yaml';
import { Child } from '../sdk/support/child.mjs';
import { mpsClients } from '../sdk/support/mps-clients.mjs';
import { inputOf } from '../sdk/support/mps.mjs';
import { mediaFile, standaloneDll } from '../sdk/support/paths.mjs';
import { freePorts } from '../sdk/support/ports.mjs';
import { files, inRepository, read } from './support/repository.mjs';

describe('the Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
  const [npm, page, build, last] = stages;
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words]) => words.split(' ').slice(0, -1));
  const ignore = read('.dockerignore').split('\n');

  test('copies existing paths, and exactly those that .dockerignore allows', () => {
    assert.ok(copies.length > 5);
    for (const path of copies.map((copied) => copied.replace(/\/$/, ''))) {
      assert.ok(existsSync(inRepository(path)), path);
      assert.ok(ignore.some((line) => line === `!${path}` || path.startsWith(`${line.slice(1)}/`)), `.dockerignore withholds ${path}`);
    }
    const kept = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    assert.deepEqual(kept.filter((path) => !copies.some((copied) => copied.replace(/\/$/, '') === path)), []);
  });

  test('copies every file outside src that the build uses', () => {
    const outside = files('src', (path) => path.endsWith('.csproj'))
      .filter((path) => path.includes('Standalone'))
      .flatMap((path) => [...read(path).matchAll(/Project="\.\.\\\.\.\\([^"]+)"/g)].map(([, name]) => name.replaceAll('\\', '/')));
    const imported = [...read('eng/tools.targets').matchAll(/\$\(MSBuildThisFileDirectory\)\.\.\/([\w./-]+)"/g)].map(([, name]) => name);
    for (const path of [...outside, ...imported]) {
      assert.ok(copies.some((copied) => path === copied || path.startsWith(copied)), path);
    }
  });

  test('starts the published app as a non-root user', () => {
    assert.match(last, /^FROM mcr\.microsoft\.com\/dotnet\/aspnet:10\.0@/m);
    assert.match(last, /^USER \$APP_UID$/m);
    assert.match(last, /^ENTRYPOINT \["dotnet", "MediaInfo\.Standalone\.dll"\]$/m);
    assert.ok(last.indexOf('USER ') < last.indexOf('ENTRYPOINT '));
    assert.doesNotMatch(last, /^RUN /m);
  });

  test('pins every base image by tag and digest', () => {
    for (const stage of stages) {
      assert.match(stage, /^FROM (--platform=\$BUILDPLATFORM )?[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}( AS \w+)?$/m);
    }
    assert.doesNotMatch(dockerfile, /^# syntax=/m);
  });

  test('puts no SDK and nothing of npm but ffprobe, ffmpeg and the built page into the image', () => {
    assert.equal(stages.length, 4);
    const own = '--from=build --chown=1654:1654 /empty/';
    assert.deepEqual(
      [...last.matchAll(/^COPY (.+)$/gm)].map(([, words]) => words),
      ['--from=build /app ./', `${own} /data/`, `${own} /media/`],
    );
    assert.deepEqual(
      [...build.matchAll(/^COPY --from=(.+)$/gm)].map(([, words]) => words),
      ['console /console/dist/ src/MediaInfo.Console/dist/', 'npm /tools/ /tools/'],
    );
    assert.ok(build.indexOf('COPY src/') < build.indexOf('COPY --from=console'));
  });

  test('builds for another processor on the builder\'s own, with the ffprobe and ffmpeg of that processor', () => {
    assert.match(page, /^FROM --platform=\$BUILDPLATFORM .* AS console$/m);
    for (const stage of [npm, build]) {
      assert.match(stage, /^FROM --platform=\$BUILDPLATFORM /);
      assert.match(stage, /^ARG TARGETARCH$/m);
    }
    // Only copies: a command in the last stage would run emulated.
    assert.match(last, /^FROM [^-]/);
    assert.match(build, /dotnet publish src\/MediaInfo\.Standalone -c Release -a "\$TARGETARCH" \\\n +-p:FfprobeFile=\/tools\/ffprobe -p:FfmpegFile=\/tools\/ffmpeg /);
    const [, command] = /^RUN (cpu=.+) && npm ci (--os=linux --cpu="\$cpu") \\\n +&& mkdir \/tools && mv "node_modules\/@ffprobe-installer\/linux-\$cpu\/ffprobe" "node_modules\/@ffmpeg-installer\/linux-\$cpu\/ffmpeg" \/tools$/m.exec(npm);
    for (const [docker, name] of [['amd64', 'x64'], ['arm64', 'arm64']]) {
      const said = spawnSync('sh', ['-c', `${command} && printf %s "$cpu"`], { encoding: 'utf8', env: { ...process.env, TARGETARCH: docker } });
      assert.equal(said.stdout, name);
    }
  });

  test('labels the image with its version and commit, which the build is given and the program has too', () => {
    for (const stage of [build, last]) {
      assert.match(stage, /^ARG VERSION=0\.0\.0$/m);
      assert.match(stage, /^ARG REVISION=$/m);
    }
    assert.match(build, /-p:MinVerVersionOverride="\$VERSION" -p:SourceRevisionId="\$REVISION"/);
    const labels = [...last.matchAll(/org\.opencontainers\.image\.(\w+)="([^"]+)"/g)].map(([, name, value]) => [name, value]);
    assert.deepEqual(labels.map(([name]) => name), ['title', 'description', 'licenses', 'version', 'revision']);
    assert.deepEqual(labels.slice(3).map(([, value]) => value), ['$VERSION', '$REVISION']);
  });

  test('keeps its data and finds its media in volumes, on one port', () => {
    assert.match(last, /MediaInfo__Storage__Local__Directory=\/data MediaInfo__Storage__Local__Media=\/media$/m);
    assert.match(last, /^VOLUME \/data$/m);
    const ports = [/ASPNETCORE_HTTP_PORTS=(\d+)/, /^EXPOSE (\d+)$/m, /\/dev\/tcp\/127\.0\.0\.1\/(\d+);/].map((form) => form.exec(last)[1]);
    assert.deepEqual(ports, ['7071', '7071', '7071']);
  });

  test('checks health with a command in JSON form', () => {
    const [, command] = /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(dockerfile);
    assert.match(JSON.parse(command)[2], /GET \/health\/live HTTP\/1\.0\\r\\n\\r\\n/);
  });
});

describe('the compose file', () => {
  const dockerfile = read('Dockerfile');
  const { services, volumes } = parse(read('compose.yaml'));
  const { mediainfo } = services;

  test('has one service, built from here with the arguments of the Dockerfile', () => {
    assert.deepEqual(Object.keys(services), ['mediainfo']);
    assert.equal(mediainfo.build.context, '.');
    const known = [...dockerfile.matchAll(/^ARG (\w+)=/gm)].map(([, name]) => name);
    assert.deepEqual(Object.keys(mediainfo.build.args).sort(), [...new Set(known)].sort());
  });

  test('publishes the port and mounts the folders of the image', () => {
    const [, port] = /^EXPOSE (\d+)$/m.exec(dockerfile);
    assert.deepEqual(mediainfo.ports, [`${port}:${port}`]);
    const targets = mediainfo.volumes.map((mount) => mount.split(':')[1]);
    assert.deepEqual(targets, ['/media', '/data']);
    assert.ok(targets.every((path) => dockerfile.includes(`/empty/ ${path}/`)));
    assert.deepEqual(Object.keys(volumes), ['data']);
  });

  test('runs on a read-only file system without privileges', () => {
    assert.deepEqual([mediainfo.read_only, mediainfo.tmpfs, mediainfo.cap_drop], [true, ['/tmp'], ['ALL']]);
  });

  test('gives running work the time that it gets', () => {
    const [, grace] = /^\| `Worker:ShutdownGrace` \| time \| (\d+) s/m.exec(read('docs/reference/settings.md'));
    assert.ok(parseInt(mediainfo.stop_grace_period, 10) > Number(grace));
  });

  test('takes its settings from a file that need not exist, and that git does not keep', () => {
    assert.deepEqual(mediainfo.env_file, [{ path: 'settings.env', required: false }]);
    assert.ok(read('.gitignore').split('\n').includes('settings.env'));
  });
});

describe('the sample of settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mediainfo-settings-'));
  const settings = Object.fromEntries(read('settings.sample.env').split('\n')
    .filter((line) => line && !line.startsWith('#')).map((line) => /^(\w+)=(.*)$/.exec(line).slice(1)));
  let child;
  after(async () => {
    await child?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('starts a service that analyses media for the sample\'s key', async () => {
    const media = join(folder, 'media');
    mkdirSync(join(media, 'example-bucket'), { recursive: true });
    cpSync(mediaFile('sample.mp4'), join(media, 'example-bucket/sample.mp4'));
    const endpoint = `http://127.0.0.1:${(await freePorts(1))[0]}`;
    const env = { ...settings, MediaInfo__Storage__Local__Directory: join(folder, 'data'), MediaInfo__Storage__Local__Media: media };
    child = new Child('The service', ['dotnet', standaloneDll, '--urls', endpoint], { log: join(folder, 'log'), env });
    await child.answers(`${endpoint}/health/ready`, (code) => code === 200);
    const key = { accessKeyId: settings.MediaInfo__Accounts__List__0__Keys__0__Id, accessKeySecret: settings.MediaInfo__Accounts__List__0__Keys__0__Secret };
    const { MediaInfoJob } = await mpsClients[0].create(endpoint, key).call('SubmitMediaInfoJob', { Input: inputOf('sample.mp4'), Async: false });
    assert.equal(MediaInfoJob.State, 'Success');
  });
});

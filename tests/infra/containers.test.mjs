// The image, as far as it can be checked without Docker.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { files, inRepository, read } from './support/repository.mjs';

describe('the Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words]) => words.split(' ').slice(0, -1));
  const ignore = read('.dockerignore').split('\n');

  test('copies existing paths, and exactly those that .dockerignore allows', () => {
    assert.ok(copies.length > 5);
    for (const path of copies.map((copied) => copied.replace(/\/$/, ''))) {
      assert.ok(existsSync(inRepository(path)), path);
      assert.ok(ignore.includes(`!${path}`), `.dockerignore withholds ${path}`);
    }
    const kept = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    assert.deepEqual(kept.filter((path) => !copies.some((copied) => copied.replace(/\/$/, '') === path)), []);
  });

  test('copies every file outside src that the build uses', () => {
    const outside = files('src', (path) => path.endsWith('.csproj'))
      .filter((path) => path.includes('Standalone'))
      .flatMap((path) => [...read(path).matchAll(/Project="\.\.\\\.\.\\([^"]+)"/g)].map(([, name]) => name.replaceAll('\\', '/')));
    const imported = [...read('eng/ffprobe.targets').matchAll(/\$\(MSBuildThisFileDirectory\)\.\.\/([\w./-]+)"/g)].map(([, name]) => name);
    for (const path of [...outside, ...imported]) {
      assert.ok(copies.some((copied) => path === copied || path.startsWith(copied)), path);
    }
  });

  test('starts the published app as a non-root user', () => {
    const last = stages.at(-1);
    assert.match(last, /^FROM mcr\.microsoft\.com\/dotnet\/aspnet:10\.0@/m);
    assert.match(last, /^USER \$APP_UID$/m);
    assert.match(last, /^ENTRYPOINT \["dotnet", "MediaInfo\.Standalone\.dll"\]$/m);
    assert.ok(last.indexOf('USER ') < last.indexOf('ENTRYPOINT '));
    assert.doesNotMatch(last, /^RUN /m);
  });

  test('pins every base image by tag and digest', () => {
    for (const stage of stages) {
      assert.match(stage, /^FROM [\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}( AS \w+)?$/m);
    }
    assert.doesNotMatch(dockerfile, /^# syntax=/m);
  });

  test('puts no SDK and no npm package but ffprobe into the image', () => {
    assert.equal(stages.length, 3);
    const own = '--from=build --chown=1654:1654 /empty/';
    assert.deepEqual(
      [...stages.at(-1).matchAll(/^COPY (.+)$/gm)].map(([, words]) => words),
      ['--from=build /app ./', `${own} /data/`, `${own} /media/`],
    );
    assert.match(stages[1], /^COPY --from=npm \/source\/node_modules\/@ffprobe-installer\/ node_modules\/@ffprobe-installer\/$/m);
  });

  test('keeps its data and finds its media in volumes, on one port', () => {
    const last = stages.at(-1);
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

// The image and the workflows, as far as they can be known without Docker and GitHub.
import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { describe, test } from 'node:test';
import { files, inRepository, read } from './support/repository.mjs';

describe('the Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words]) => words.split(' ').slice(0, -1));
  const ignore = read('.dockerignore').split('\n');

  test('copies what is there and what .dockerignore lets through', () => {
    assert.ok(copies.length > 5);
    for (const path of copies.map((copied) => copied.replace(/\/$/, ''))) {
      assert.ok(existsSync(inRepository(path)), path);
      assert.ok(ignore.includes(`!${path}`), `.dockerignore withholds ${path}`);
    }
    const kept = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    assert.deepEqual(kept.filter((path) => !copies.some((copied) => copied.replace(/\/$/, '') === path)), []);
  });

  test('copies every file that the build takes from outside src', () => {
    const outside = files('src', (path) => path.endsWith('.csproj'))
      .filter((path) => path.includes('Standalone'))
      .flatMap((path) => [...read(path).matchAll(/Project="\.\.\\\.\.\\([^"]+)"/g)].map(([, name]) => name.replaceAll('\\', '/')));
    const imported = [...read('eng/ffprobe.targets').matchAll(/\$\(MSBuildThisFileDirectory\)\.\.\/([\w./-]+)"/g)].map(([, name]) => name);
    for (const path of [...outside, ...imported]) {
      assert.ok(copies.some((copied) => path === copied || path.startsWith(copied)), path);
    }
  });

  test('starts the published app as a user who is not root', () => {
    const last = stages.at(-1);
    assert.match(last, /^FROM mcr\.microsoft\.com\/dotnet\/aspnet:10\.0$/m);
    assert.match(last, /^USER \$APP_UID$/m);
    assert.match(last, /^ENTRYPOINT \["dotnet", "MediaInfo\.Standalone\.dll"\]$/m);
    assert.ok(last.indexOf('USER ') < last.indexOf('ENTRYPOINT '));
    assert.doesNotMatch(last, /^RUN /m);
  });

  test('brings no SDK and no npm part but ffprobe into the image', () => {
    assert.equal(stages.length, 3);
    assert.deepEqual([...stages.at(-1).matchAll(/^COPY (.+)$/gm)].map(([, words]) => words), ['--from=build /app ./']);
    assert.match(stages[1], /^COPY --from=npm \/source\/node_modules\/@ffprobe-installer\/ node_modules\/@ffprobe-installer\/$/m);
  });

  test('asks for health by a command that is JSON', () => {
    const [, command] = /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(dockerfile);
    assert.match(JSON.parse(command)[2], /GET \/health\/live HTTP\/1\.0\\r\\n\\r\\n/);
  });
});

for (const path of files('.github', (name) => name.endsWith('.yml'))) {
  describe(path, () => {
    const workflow = read(path);

    test('runs scripts that are there', () => {
      const scripts = [...workflow.matchAll(/\b(?:bash|node) ((?:eng|tests)\/\S+)/g)].map(([, script]) => script);
      assert.deepEqual(scripts.filter((script) => !existsSync(inRepository(script))), []);
      const projects = [...workflow.matchAll(/dotnet (?:build|test|publish) (\S+)/g)].map(([, project]) => project);
      assert.deepEqual(projects.filter((project) => !existsSync(inRepository(project)) || statSync(inRepository(project)).size === 0), []);
    });

    test('takes every action in a major version', () => {
      const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
      assert.notEqual(actions.length, 0);
      assert.deepEqual(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action)), []);
    });

    test('asks for no more rights than it needs', () => assert.match(workflow, /^permissions:\n {2}contents: read\n/m));
  });
}

test('CI builds with the real packages, compiles Bicep and starts the real Functions host', () => {
  const ci = read('.github/workflows/ci.yml');
  assert.match(ci, /^ {2}PackageFeed: full$/m);
  assert.match(ci, /MEDIAINFO_BICEP_COMPILER: required/);
  assert.match(ci, /run: bash eng\/test\.sh$/m);
  assert.match(ci, /run: bash eng\/test-func\.sh$/m);
});

test('a deployment by GitHub gives parameters that azd knows', () => {
  const given = [...read('.github/workflows/deploy.yml').matchAll(/^ {6}(MEDIAINFO_\w+):/gm)].map(([, name]) => name);
  const known = [...read('infra/main.parameters.json').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  assert.notEqual(given.length, 0);
  assert.deepEqual(given.filter((name) => !known.includes(name)), []);
});

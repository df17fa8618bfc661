// The deployed Functions app: the files of a real `dotnet publish`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ffmpeg, ffprobe, functionsFolder } from '../sdk/support/paths.mjs';
import { inRepository, read } from './support/repository.mjs';

const project = inRepository('src/MediaInfo.Functions');
const million = 1_000_000;

function dotnet(args, env = {}) {
  const { status, stdout, stderr } = spawnSync('dotnet', args, {
    encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 64 << 20, timeout: 580_000,
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

describe('the published Functions app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mediainfo-package-'));
  const app = join(folder, 'app');
  const text = (path) => readFileSync(join(app, path), 'utf8');
  const json = (path) => JSON.parse(text(path).replace(/^\uFEFF/, ''));
  let paths;
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(() => {
    dotnet(['publish', project, '-c', 'Release', '--no-build', '-v', 'quiet', '-o', app], { MEDIAINFO_DURABLE_BACKEND: '' });
    paths = readdirSync(app, { recursive: true }).filter((path) => statSync(join(app, path)).isFile());
  });

  test('is no larger than ffprobe and ffmpeg plus 46 MB of the app and 16 MB of host extensions', () => {
    const size = (suits) => paths.filter(suits).reduce((sum, path) => sum + statSync(join(app, path)).size, 0);
    const extensions = size((path) => path.startsWith('.azurefunctions/'));
    const own = size((path) => !['ffprobe', 'ffmpeg'].includes(path) && !path.startsWith('.azurefunctions/'));
    assert.ok(extensions < 16 * million, `${extensions} bytes of extensions`);
    assert.ok(own < 46 * million, `${own} bytes of the app`);
  });

  test('contains the ffprobe and ffmpeg of the npm packages, which run from executable copies', () => {
    const sum = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
    for (const [tool, ofNpm] of Object.entries({ ffprobe, ffmpeg })) {
      assert.equal(sum(join(app, tool)), sum(ofNpm));
      const copy = join(folder, tool);
      copyFileSync(join(app, tool), copy);
      chmodSync(copy, 0o700);
      assert.match(spawnSync(copy, ['-version'], { encoding: 'utf8' }).stdout, new RegExp(`^${tool} version `));
    }
  });

  test('contains the licence of ffprobe and ffmpeg, and says where their source is', () => {
    assert.match(text('licences/GPL-3.0.txt'), /GNU GENERAL PUBLIC LICENSE\s+Version 3/);
    assert.equal(text('THIRD-PARTY-NOTICES.md'), read('THIRD-PARTY-NOTICES.md'));
  });

  test('contains the page of /console and what it is made of', () => {
    const api = readFileSync(join(app, 'MediaInfo.Api.dll'));
    assert.ok(api.includes('console/index.html'), 'the page was not built before the app: bash eng/console.sh');
    assert.match(text('THIRD-PARTY-NOTICES.md'), /Preact[\s\S]*uPlot[\s\S]*noble-hashes/);
  });

  test('contains no settings and no secrets', () => {
    assert.deepEqual(paths.filter((path) => /settings.*\.json$/i.test(path)), []);
    const secrets = read('tests/secrets.txt').split('\n').filter(Boolean);
    for (const path of paths.filter((name) => /\.(json|metadata|md|txt|config)$/.test(name))) {
      assert.ok(!secrets.some((secret) => text(path).includes(secret)), path);
    }
  });

  test('contains nothing of the tests, the tools or the other host', () => {
    const foreign = /tests?\b|testsupport|testhost|xunit|nsubstitute|fscheck|fsharp|benchmark|standalone|azurite|bicep|analyzers/i;
    assert.deepEqual(paths.filter((path) => foreign.test(path)), []);
  });

  test('has the host.json of the selected backend', () => {
    assert.deepEqual(json('host.json'), JSON.parse(read('host.json')));
    assert.equal(json('host.json').extensions.durableTask.storageProvider.type, 'AzureStorage');
  });

  test('tells the host how to start the worker', () => {
    const { description } = json('worker.config.json');
    assert.deepEqual([description.language, description.defaultExecutablePath], ['dotnet-isolated', 'dotnet']);
    assert.ok(paths.includes(description.defaultWorkerPath));
  });

  test('lists functions, each in an existing assembly', () => {
    const functions = json('functions.metadata');
    assert.ok(functions.length > 10);
    assert.equal(new Set(functions.map(({ name }) => name)).size, functions.length);
    for (const { scriptFile, entryPoint } of functions) {
      assert.ok(paths.includes(scriptFile));
      assert.match(entryPoint, /^MediaInfo\.Functions\./);
    }
  });

  test('includes the host extensions of its triggers', () => {
    const { extensions } = json('extensions.json');
    assert.deepEqual(extensions.map(({ name }) => name).sort(), ['AzureStorageQueues', 'DurableTask', 'Startup']);
    assert.deepEqual(extensions.filter(({ hintPath }) => !existsSync(join(app, hintPath))), []);
  });

  test('targets Linux on x64, with the runtime of the platform', () => {
    assert.deepEqual(json('MediaInfo.Functions.runtimeconfig.json').runtimeOptions.frameworks.map(({ name }) => name),
      ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App']);
    assert.match(json('MediaInfo.Functions.deps.json').runtimeTarget.name, /^\.NETCoreApp,Version=v10\.0\/linux-x64$/);
    assert.deepEqual(paths.filter((path) => /\.exe$|^runtimes\/|libcoreclr/.test(path)), []);
  });

  test('contains machine code for a faster start', () => {
    for (const name of ['MediaInfo.Functions.dll', 'MediaInfo.Core.dll', 'MediaInfo.Api.dll']) {
      assert.ok(statSync(join(app, name)).size > 1.5 * statSync(join(functionsFolder, name)).size, name);
    }
  });
});

describe('the package of Durable Task Scheduler', () => {
  const managed = 'Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged';
  const referenced = (backend, variable = '') => {
    const env = { MEDIAINFO_DURABLE_BACKEND: variable };
    const args = ['msbuild', project, '-getItem:PackageReference', ...(backend ? [`-p:DurableBackend=${backend}`] : [])];
    return JSON.parse(dotnet(args, env)).Items.PackageReference.map(({ Identity }) => Identity);
  };

  test('is referenced if that backend is selected', () => {
    assert.ok(referenced('DurableTaskScheduler').includes(managed));
    assert.ok(referenced('', 'DurableTaskScheduler').includes(managed));
  });

  test('is not referenced by other builds', () => {
    assert.ok(!referenced('AzureStorage').includes(managed));
    assert.ok(!referenced('').includes(managed));
  });

  test('has a version like all other packages', () => assert.ok(read('Directory.Packages.props').includes(`<PackageVersion Include="${managed}" Version="`)));
});

test('publishing with an unknown backend fails', () => {
  const { status, stdout } = spawnSync('dotnet',
    ['publish', project, '-c', 'Release', '--no-build', '-v', 'quiet', '-p:DurableBackend=Elsewhere', '-o', join(tmpdir(), 'mediainfo-refused')],
    { encoding: 'utf8', timeout: 300_000 });
  assert.notEqual(status, 0);
  assert.match(stdout, /Unknown durable backend 'Elsewhere'/);
});

// The names that Bicep shares with the code and with host.json.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Deployment } from './support/deployment.mjs';
import { files, inRepository, read } from './support/repository.mjs';

const deployment = new Deployment();
const scheduled = new Deployment({ MEDIAINFO_DURABLE_BACKEND: 'DurableTaskScheduler' }, { alwaysReadyInstances: 1, instanceMemoryMB: 512 });
const large = new Deployment({}, { instanceMemoryMB: 4096 });
const hostJson = JSON.parse(read('host.json'));
const storageNames = read('src/MediaInfo.AzureStorage/StorageNames.cs');

/** Every log message of the function app: its level, name and text. The method's name is the event's name. */
const messages = files('src', (path) => path.endsWith('/Log.cs') && !/MediaInfo\.(Standalone|LocalStorage)\//.test(path))
  .flatMap((path) => [...read(path).matchAll(/\[LoggerMessage\(\s*\d+,\s*LogLevel\.(\w+),\s*"([^\n]*)"\)\]\s*public static partial void (\w+)\(/g)])
  .map(([, level, text, name]) => ({ level, text, name }));
const queries = new Map([...deployment.alerts].map(([name, { criteria }]) => [name, criteria.allOf[0].query]));
const events = (query) =>
  [...queries.get(query).matchAll(/EventName\) in \(([^)]+)\)/g)].flatMap(([, names]) => names.split(', ').map((name) => name.replaceAll("'", '')));

describe('the alerts', () => {
  test('name messages that the code logs', () => {
    assert.ok(messages.length > 15);
    const known = messages.map(({ name }) => name);
    assert.equal(new Set(known).size, known.length);
    for (const query of ['poison-messages', 'failed-jobs']) {
      assert.notEqual(events(query).length, 0, query);
      assert.deepEqual(events(query).filter((name) => !known.includes(name)), [], query);
    }
  });

  test('cover every message that is given up', () => {
    const givenUp = messages.filter(({ text }) => /given up|poison/.test(text));
    assert.ok(givenUp.every(({ level }) => level === 'Error'));
    assert.deepEqual(events('poison-messages').sort(), givenUp.map(({ name }) => name).sort());
  });

  test('find failed jobs by the message and the state that they end with', () => {
    assert.deepEqual(events('failed-jobs'), ['JobEnded']);
    assert.match(messages.find(({ name }) => name === 'JobEnded').text, /, \{State\} /);
    assert.match(queries.get('failed-jobs'), /tostring\(Properties\.State\) == 'Failed'/);
    assert.match(read('src/MediaInfo.Core/Jobs/JobState.cs'), /^ {4}Failed,$/m);
  });

  test('read message values whose names Application Insights does not reserve', () => {
    // Its exporter always writes the event's own id and name under these, even if the message has such values.
    for (const { name, text } of messages) {
      assert.doesNotMatch(text, /\{(EventId|EventName|CategoryName|OriginalFormat)\}/, name);
    }
  });

  test('query a metric that the app measures, and fire when it stops', () => {
    const [, metric] = /"(mediainfo\.queue\.oldest\.age)"/.exec(read('src/MediaInfo.Core/Telemetry/Metrics.cs'));
    for (const query of ['queue-age', 'silence']) {
      assert.match(queries.get(query), new RegExp(`Name == '${metric.replaceAll('.', '\\.')}'`));
    }
    const [criterion] = deployment.alerts.get('silence').criteria.allOf;
    assert.deepEqual([criterion.timeAggregation, criterion.operator, criterion.threshold], ['Count', 'LessThan', 1]);
    // A rule that splits by a dimension is never evaluated for missing values.
    assert.equal(criterion.dimensions, undefined);
  });

  test('have different queries', () => {
    assert.equal(queries.size, 4);
    assert.equal(new Set(queries.values()).size, 4);
  });
});

describe('the rules of the storage account', () => {
  const { rules } = deployment.one('Storage/storageAccounts/managementPolicies').properties.policy;
  const prefixes = rules.flatMap(({ definition }) => definition.filters.prefixMatch).map((prefix) => prefix.replace(/\/$/, ''));

  test('delete only from containers of the service', () => {
    const containers = [...storageNames.matchAll(/Container = OwnContainerPrefix \+ "(\w+)"/g)].map(([, name]) => `mediainfo-${name}`);
    assert.deepEqual(prefixes.filter((prefix) => !containers.includes(prefix)), []);
    assert.deepEqual(prefixes, ['mediainfo-jobs', 'mediainfo-nonces']);
  });

  test('never touch lasting data', () => {
    for (const lasting of ['results', 'pipelines', 'held', 'assets', 'settings']) {
      assert.ok(!prefixes.includes(`mediainfo-${lasting}`));
    }
  });
});

describe('the task hub', () => {
  const { hubName, storageProvider } = hostJson.extensions.durableTask;
  const scheduler = JSON.parse(read('host.durable-task-scheduler.json'));

  test('of Durable Task Scheduler has the name in host.json', () => {
    assert.match(scheduled.one('DurableTask/schedulers/taskHubs').name, new RegExp(`^dts-mediainfo-\\w+/${hubName}$`));
  });

  test('is in the storage account by default', () => {
    assert.equal(storageProvider.type, 'AzureStorage');
    assert.equal(deployment.all('DurableTask/schedulers').length, 0);
  });

  test('is the only difference between the two host files', () => {
    const provider = scheduler.extensions.durableTask.storageProvider;
    assert.deepEqual(provider, { type: 'azureManaged', connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING' });
    scheduler.extensions.durableTask.storageProvider = storageProvider;
    assert.deepEqual(scheduler, hostJson);
    assert.match(scheduled.settings[provider.connectionStringName], /'Endpoint=/);
  });

  test('has its type, connection and concurrency from the package, not from settings, which the scale controller would not see', () => {
    const polling = ['AzureFunctionsJobHost__extensions__queues__maxPollingInterval'];
    const partitions = ['maxQueuePollingInterval', 'partitionCount'].map((name) => `AzureFunctionsJobHost__extensions__durableTask__storageProvider__${name}`);
    for (const [{ settings }, expected] of [[deployment, [...partitions, ...polling]], [scheduled, polling]]) {
      assert.deepEqual(Object.keys(settings).filter((name) => name.startsWith('AzureFunctionsJobHost__')).sort(), expected);
    }
  });

  test('has the partitions and the polling interval of the scale profile', () => {
    const ofHub = ({ settings }) => ['partitionCount', 'maxQueuePollingInterval']
      .map((name) => settings[`AzureFunctionsJobHost__extensions__durableTask__storageProvider__${name}`])
      .concat(settings.AzureFunctionsJobHost__extensions__queues__maxPollingInterval);
    assert.deepEqual(ofHub(deployment), ['1', storageProvider.maxQueuePollingInterval, hostJson.extensions.queues.maxPollingInterval]);
    assert.deepEqual(ofHub(new Deployment({ MEDIAINFO_SCALE_PROFILE: 'small' })), ofHub(deployment));
    assert.deepEqual(ofHub(new Deployment({ MEDIAINFO_SCALE_PROFILE: 'large' })), ['4', '00:00:01', '00:00:01']);
  });

  for (const [backend, file] of [['', 'host.json'], ['AzureStorage', 'host.json'], ['DurableTaskScheduler', 'host.durable-task-scheduler.json']]) {
    test(`is published as ${file} for the backend '${backend}'`, () => {
      assert.deepEqual(published({ MEDIAINFO_DURABLE_BACKEND: backend }), [inRepository(file)]);
    });
  }

  test('is the one that the azd hook wrote to the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mediainfo-backend-'));
    try {
      const at = join(folder, 'src/MediaInfo.Functions');
      const hook = /prepackage:\s+posix:\s+shell: sh\s+run: (.+)/.exec(read('azure.yaml'))[1].replace(/npm (ci|run) [^&]+/g, 'true ');
      mkdirSync(at, { recursive: true });
      for (const [backend, file] of [['DurableTaskScheduler', 'host.durable-task-scheduler.json'], ['', 'host.json']]) {
        assert.equal(spawnSync('sh', ['-c', hook], { cwd: at, env: { ...process.env, MEDIAINFO_DURABLE_BACKEND: backend } }).status, 0);
        const written = join(folder, 'artifacts/durable-backend');
        assert.deepEqual(published({ MEDIAINFO_DURABLE_BACKEND: '' }, `-p:DurableBackendFile=${written}`), [inRepository(file)]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** The files that are published as host.json. */
function published(env, ...more) {
  const { status, stdout, stderr } = spawnSync(
    'dotnet',
    ['msbuild', inRepository('src/MediaInfo.Functions'), '-t:ComputeResolvedFilesToPublishList', '-getItem:ResolvedFileToPublish', '-p:Configuration=Release', ...more],
    { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 64 << 20, timeout: 300_000 },
  );
  assert.equal(status, 0, stdout + stderr);
  return JSON.parse(stdout).Items.ResolvedFileToPublish.filter((file) => file.RelativePath === 'host.json').map((file) => file.Identity);
}

describe('an instance', () => {
  const { maxConcurrentActivityFunctions } = hostJson.extensions.durableTask;
  const instances = [scheduled, deployment, large].map((one) => ({
    size: one.one('Web/sites').properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB,
    prober: one.settings.MediaInfo__Probe__MaxMemoryBytes / 1048576,
    decoder: one.settings.MediaInfo__Frames__MaxMemoryBytes * one.settings.MediaInfo__Frames__AtOnce / 1048576,
    cache: one.settings.MediaInfo__Probe__CacheBytes / 1048576,
    concurrency: Number(one.settings.MediaInfo__Turns__Concurrency),
    guests: Number(one.settings.MediaInfo__Turns__GuestConcurrency),
  }));

  test('may have one of these sizes', () => {
    const [, sizes] = /@allowed\(\[([\d\s]+)\]\)\s+param instanceMemoryMB/.exec(read('infra/main.bicep'));
    assert.deepEqual(sizes.trim().split(/\s+/).map(Number), instances.map(({ size }) => size));
  });

  test('has memory for an ffprobe or an ffmpeg in each place and the cache, with a quarter left for host and worker', () => {
    for (const { size, prober, decoder, cache, concurrency, guests } of instances) {
      const taken = ((concurrency + guests) * Math.max(prober, decoder) + cache) / size;
      assert.ok(taken <= 3 / 4, `${taken} of an instance's memory is given away`);
    }
  });

  test('has explicit places, guest places among them, and more activities than places', () => {
    for (const { size, concurrency, guests } of instances) {
      assert.ok(concurrency >= 1 && guests >= 1, size);
      assert.ok(maxConcurrentActivityFunctions > concurrency + guests, size);
    }
  });

  test('of any size gives ffprobe and the cache at least their minimum', () => {
    for (const { size, prober, cache } of instances) {
      assert.ok(prober >= 64 && cache >= 1, size);
    }
  });

  test('is kept ready for each group that a job uses', () => {
    const groups = scheduled.one('Web/sites').properties.functionAppConfig.scaleAndConcurrency.alwaysReady.map(({ name }) => name);
    assert.deepEqual(groups, ['http', 'durable']);
  });
});

test('the app runs on the runtime that it is built for', () => {
  const [, built] = /<TargetFramework>net([\d.]+)<\/TargetFramework>/.exec(read('Directory.Build.props'));
  assert.deepEqual(deployment.one('Web/sites').properties.functionAppConfig.runtime, { name: 'dotnet-isolated', version: built });
});

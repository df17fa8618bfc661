// The names that Bicep shares with the code and with host.json.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { BicepFile } from './support/bicep.mjs';
import { files, inRepository, read } from './support/repository.mjs';

const bicep = (name) => read(`infra/${name}.bicep`);
const hostJson = JSON.parse(read('host.json'));
const storageNames = read('src/MediaInfo.AzureStorage/StorageNames.cs');

/** Every log message of what runs in the function app: its level, name and text. A method's name is the event's name. */
const messages = files('src', (path) => path.endsWith('/Log.cs') && !path.includes('MediaInfo.Standalone'))
  .flatMap((path) => [...read(path).matchAll(/\[LoggerMessage\(\d+, LogLevel\.(\w+), "([^\n]*)"\)\]\s*public static partial void (\w+)\(/g)])
  .map(([, level, text, name]) => ({ level, text, name }));
const queries = new Map(
  new BicepFile('infra/modules/alert-queries.bicep', bicep('modules/alert-queries')).variables.map(({ name, node }) => [name, node.text]),
);
const events = (query) =>
  [...queries.get(query).matchAll(/EventName\) in \(([^)]+)\)/g)].flatMap(([, names]) => names.split(', ').map((name) => name.replaceAll("'", '')));

describe('the alerts', () => {
  test('name messages that the code logs', () => {
    assert.ok(messages.length > 15);
    const known = messages.map(({ name }) => name);
    assert.equal(new Set(known).size, known.length);
    for (const query of ['poisonMessages', 'failedJobs']) {
      assert.notEqual(events(query).length, 0, query);
      assert.deepEqual(events(query).filter((name) => !known.includes(name)), [], query);
    }
  });

  test('tell of every message that was given up', () => {
    const givenUp = messages.filter(({ text }) => /given up|poison/.test(text));
    assert.ok(givenUp.every(({ level }) => level === 'Error'));
    assert.deepEqual(events('poisonMessages').sort(), givenUp.map(({ name }) => name).sort());
  });

  test('tell of failed jobs by the message and the state that jobs end with', () => {
    assert.deepEqual(events('failedJobs'), ['JobEnded']);
    assert.match(messages.find(({ name }) => name === 'JobEnded').text, /, \{State\} /);
    assert.match(queries.get('failedJobs'), /tostring\(Properties\.State\) == 'Failed'/);
    assert.match(read('src/MediaInfo.Core/Jobs/JobState.cs'), /^ {4}Failed,$/m);
  });

  test('read values of messages, none of which Application Insights keeps for itself', () => {
    // Its exporter writes the event's own id and name under these, whatever the message says.
    for (const { name, text } of messages) {
      assert.doesNotMatch(text, /\{(EventId|EventName|CategoryName|OriginalFormat)\}/, name);
    }
  });

  test('ask for a metric that the app measures, and tell when it is heard of no more', () => {
    const [, metric] = /"(mediainfo\.queue\.oldest\.age)"/.exec(read('src/MediaInfo.Core/Telemetry/Metrics.cs'));
    for (const query of ['queueAge', 'signsOfLife']) {
      assert.match(queries.get(query), new RegExp(`Name == '${metric.replaceAll('.', '\\.')}'`));
    }
    const { node } = new BicepFile('infra/modules/alerts.bicep', bicep('modules/alerts')).resources.find(({ name }) => name === 'silence');
    assert.match(node.text, /query: signsOfLife\s+timeAggregation: 'Count'\s+operator: 'LessThan'\s+threshold: 1\s/);
    // One that splits by a dimension is never asked about the values that do not come.
    assert.doesNotMatch(node.text, /dimensions/);
  });

  test('each ask a query that there is', () => {
    const asked = [...bicep('modules/alerts').matchAll(/\bquery: (\w+)/g)].map(([, name]) => name);
    assert.deepEqual(asked.sort(), [...queries.keys()].sort());
  });
});

describe('the rules of the storage account', () => {
  const prefixes = [...bicep('modules/storage').matchAll(/^\s+'(mediainfo-[a-z]+)\/'$/gm)].map(([, name]) => name);

  test('delete from containers of the service', () => {
    const containers = [...storageNames.matchAll(/Container = OwnContainerPrefix \+ "(\w+)"/g)].map(([, name]) => `mediainfo-${name}`);
    assert.deepEqual(prefixes.filter((prefix) => !containers.includes(prefix)), []);
    assert.deepEqual(prefixes, ['mediainfo-jobs', 'mediainfo-nonces']);
  });

  test('never touch what lasts', () => {
    for (const lasting of ['results', 'pipelines', 'held', 'assets', 'settings']) {
      assert.ok(!prefixes.includes(`mediainfo-${lasting}`));
    }
  });
});

describe('the task hub', () => {
  const { hubName, storageProvider } = hostJson.extensions.durableTask;
  const scheduler = JSON.parse(read('host.durable-task-scheduler.json'));

  test('of Durable Task Scheduler is the one of host.json', () => {
    assert.match(bicep('main'), new RegExp(`^var taskHubName = '${hubName}'$`, 'm'));
  });

  test('lies in the storage account unless a parameter says otherwise', () => {
    assert.equal(storageProvider.type, 'AzureStorage');
    assert.match(bicep('main'), /^param durableBackend string = 'AzureStorage'$/m);
  });

  test('is all that the two files of the host differ in', () => {
    const provider = scheduler.extensions.durableTask.storageProvider;
    assert.deepEqual(provider, { type: 'azureManaged', connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING' });
    scheduler.extensions.durableTask.storageProvider = storageProvider;
    assert.deepEqual(scheduler, hostJson);
    assert.match(bicep('main'), new RegExp(`^ {2}${provider.connectionStringName}: 'Endpoint=`, 'm'));
  });

  test('is told by the package and by no setting, which the scale controller would not see', () => {
    assert.doesNotMatch(bicep('main'), /AzureFunctionsJobHost__/);
  });

  for (const [backend, file] of [['', 'host.json'], ['AzureStorage', 'host.json'], ['DurableTaskScheduler', 'host.durable-task-scheduler.json']]) {
    test(`is, where the backend is '${backend}', that of ${file} in what is published`, () => {
      assert.deepEqual(published({ MEDIAINFO_DURABLE_BACKEND: backend }), [inRepository(file)]);
    });
  }

  test('is what the hook of azd wrote down', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mediainfo-backend-'));
    try {
      const at = join(folder, 'src/MediaInfo.Functions');
      const hook = /posix:\s+shell: sh\s+run: (.+)/.exec(read('azure.yaml'))[1].replace('npm ci --prefix ../..', 'true');
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
  const shares = [...bicep('main').matchAll(/Probe__(\w+): string\(instanceMemoryMB \* 1048576 \/ (\d+)(?: \* (\d+))?\)/g)];
  const share = new Map(shares.map(([, name, by, times = 1]) => [name, times / by]));

  test('has memory for the ffprobes of all steps that it runs, for what is read, and a quarter for host and worker', () => {
    assert.ok(maxConcurrentActivityFunctions >= 1);
    const taken = maxConcurrentActivityFunctions * share.get('MaxMemoryBytes') + share.get('CacheBytes');
    assert.ok(taken <= 3 / 4, `${taken} of an instance's memory is given away`);
  });

  test('of any size gives an ffprobe no less than it may be set to', () => {
    const [, sizes] = /@allowed\(\[([\d\s]+)\]\)\s+param instanceMemoryMB/.exec(bicep('main'));
    for (const size of sizes.trim().split(/\s+/)) {
      assert.ok(size * share.get('MaxMemoryBytes') >= 64 && size * share.get('CacheBytes') >= 1, size);
    }
  });

  test('is kept ready of each group that a waiting call goes through, by the names of functions that there are', () => {
    const [, list] = /var alwaysReadyGroups = \[([^\]]+)\]/.exec(bicep('modules/function-app'));
    const groups = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
    assert.deepEqual(groups.filter((name) => !name.startsWith('function:')), ['http', 'durable']);
    const triggers = files('src/MediaInfo.Functions/Triggers', (path) => path.endsWith('.cs')).map(read).join();
    for (const name of groups.filter((group) => group.startsWith('function:'))) {
      assert.match(triggers, new RegExp(`\\[Function\\("${name.slice('function:'.length)}"\\)\\]`));
    }
  });
});

describe('azd', () => {
  test('publishes a project that there is onto the app that bears its name', () => {
    const [, service] = /^services:\n {2}(\w+):$/m.exec(read('azure.yaml'));
    const [, project] = /project: \.\/(\S+)/.exec(read('azure.yaml'));
    assert.ok(read(`${project}/MediaInfo.Functions.csproj`));
    assert.match(bicep('modules/function-app'), new RegExp(`'azd-service-name': '${service}'`));
  });

  test('installs the npm part that the package takes ffprobe from', () => assert.match(read('azure.yaml'), /prepackage:[\s\S]*npm ci --prefix \.\.\/\.\./));
});

test('the runtime of the app is the one that it is built for', () => {
  const [, built] = /<TargetFramework>net([\d.]+)<\/TargetFramework>/.exec(read('Directory.Build.props'));
  assert.match(bicep('modules/function-app'), new RegExp(`name: 'dotnet-isolated'\\s+version: '${built}'`));
});

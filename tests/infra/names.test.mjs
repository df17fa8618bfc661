// The names that Bicep shares with the code and with host.json.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BicepFile } from './support/bicep.mjs';
import { files, read } from './support/repository.mjs';

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
    assert.match(queries.get('failedJobs'), /Properties\.State\b.*Properties\.prop__State\b.*'Failed' or Message contains ', Failed '/);
    assert.match(read('src/MediaInfo.Core/Jobs/JobState.cs'), /^ {4}Failed,$/m);
  });

  test('each ask a query that there is', () => {
    const asked = [...bicep('modules/alerts').matchAll(/\bquery: (\w+)/g)].map(([, name]) => name);
    assert.deepEqual(asked.sort(), [...queries.keys()].sort());
  });
});

describe('the rules of the storage account', () => {
  const prefixes = [...bicep('modules/storage').matchAll(/^\s+'(mediainfo-[a-z]+)\/'$/gm)].map(([, name]) => name);

  test('delete from containers of the service', () => {
    const containers = [...storageNames.matchAll(/Container = ObjectAccess\.OwnContainerPrefix \+ "(\w+)"/g)].map(([, name]) => `mediainfo-${name}`);
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

  test('of Durable Task Scheduler is the one of host.json', () => {
    assert.match(bicep('main'), new RegExp(`^var taskHubName = '${hubName}'$`, 'm'));
  });

  test('lies in the storage account unless a parameter says otherwise', () => {
    assert.equal(storageProvider.type, 'AzureStorage');
    assert.match(bicep('main'), /^param durableBackend string = 'AzureStorage'$/m);
  });

  test('is overridden in every setting that would lead to the storage account', () => {
    for (const key of ['type', 'connectionName']) {
      assert.ok(key in storageProvider);
      assert.match(bicep('main'), new RegExp(`AzureFunctionsJobHost__extensions__durableTask__storageProvider__${key}:`));
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

// What azd reads: azure.yaml by the rules of its schema, and the parameters, which GitHub must hand over as a person would.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { bicep } from './support/compiler.mjs';
import { Deployment, required } from './support/deployment.mjs';
import { inRepository, read } from './support/repository.mjs';

const azure = parse(read('azure.yaml'));
const { env: given } = parse(read('.github/workflows/deploy.yml')).jobs.deploy;

/** The variables that the parameters ask for, each with what it is where it is not set. */
const asked = [...read('infra/main.bicepparam').matchAll(/readEnvironmentVariable\('(\w+)'(?:, '(.*?)')?\)/g)]
  .map(([, name, fallback]) => ({ name, fallback }));
// azd gives these to every deployment, whoever starts it, but for the type of who that is.
const own = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_PRINCIPAL_ID', 'AZURE_PRINCIPAL_TYPE'];
const ours = asked.filter(({ name }) => !own.includes(name));
const listed = [...azure.pipeline.variables, ...azure.pipeline.secrets];

describe('azure.yaml', () => {
  test('has a name that azd takes, and parts that azd knows', () => {
    assert.match(azure.name, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    assert.deepEqual(Object.keys(azure).sort(), ['infra', 'name', 'pipeline', 'services']);
    assert.match(read('azure.yaml'), /^# yaml-language-server: \$schema=https:\/\/.*\/azure\.yaml\.json\n/);
  });

  test('leads to Bicep files that are there, with their parameters', () => {
    const { provider, path, module } = azure.infra;
    assert.equal(provider, 'bicep');
    assert.ok(existsSync(inRepository(`${path}/${module}.bicep`)));
    assert.match(read(`${path}/${module}.bicepparam`), new RegExp(`^using '${module}\\.bicep'$`, 'm'));
    // azd reads only one of the two kinds.
    assert.ok(!existsSync(inRepository(`${path}/${module}.parameters.json`)));
  });

  test('publishes a project that there is onto the app that bears the name of the service', () => {
    const [[name, service]] = Object.entries(azure.services);
    assert.equal(Object.keys(azure.services).length, 1);
    assert.deepEqual(Object.keys(service).sort(), ['hooks', 'host', 'language', 'project']);
    assert.deepEqual([service.host, service.language], ['function', 'dotnet']);
    assert.ok(existsSync(inRepository(`${service.project}/MediaInfo.Functions.csproj`)));
    assert.equal(new Deployment().one('Web/sites').tags['azd-service-name'], name);
  });

  test('installs the npm part that the package takes ffprobe from, on every system', () => {
    const { prepackage, ...others } = azure.services.functions.hooks;
    assert.deepEqual(others, {});
    assert.deepEqual(Object.entries(prepackage).map(([system, { shell }]) => [system, shell]), [['posix', 'sh'], ['windows', 'pwsh']]);
    for (const { run } of Object.values(prepackage)) {
      assert.match(run, /^npm ci --prefix \.\.\/\.\./);
    }
  });

  test('names each variable once, and the secret among the secrets alone', () => {
    assert.ok(listed.every((name) => /^MEDIAINFO_[A-Z_]+$/.test(name)));
    assert.equal(new Set(listed).size, listed.length);
    assert.deepEqual(azure.pipeline.secrets, ['MEDIAINFO_ACCESS_KEY_SECRET']);
  });
});

describe('the parameters', () => {
  test('are built by the compiler without a word, all from one environment', () => {
    const { status, stdout, stderr } = bicep(['build-params', inRepository('infra/main.bicepparam'), '--stdout'], required);
    assert.deepEqual([status, stderr], [0, '']);
    const { parameters } = JSON.parse(JSON.parse(stdout).parametersJson);
    assert.equal(parameters.environmentName.value, required.AZURE_ENV_NAME);
    assert.equal(parameters.mediaWritable.value, false);
  });

  test('ask for each variable once', () => {
    assert.ok(ours.length > 15);
    assert.equal(new Set(asked.map(({ name }) => name)).size, asked.length);
    assert.deepEqual(own.filter((name) => !asked.some((one) => one.name === name)), []);
  });

  test('say of whoever deploys that it is a person, unless a variable says something else', () => {
    assert.equal(asked.find(({ name }) => name === 'AZURE_PRINCIPAL_TYPE').fallback, 'User');
  });
});

describe('a deployment from GitHub', () => {
  test('is given every variable of the parameters, with the same default, or it would set the rest back', () => {
    for (const { name, fallback } of ours) {
      const kind = azure.pipeline.secrets.includes(name) ? 'secrets' : 'vars';
      const otherwise = fallback ? ` || '${fallback}'` : '';
      assert.equal(given[name], `\${{ ${kind}.${name}${otherwise} }}`, name);
      assert.ok(listed.includes(name), `azd pipeline config would not set ${name}`);
    }
  });

  test('is given nothing that nobody asks for', () => {
    const names = ours.map(({ name }) => name).sort();
    assert.deepEqual(Object.keys(given).filter((name) => name.startsWith('MEDIAINFO_')).sort(), names);
    assert.deepEqual([...listed].sort(), names);
  });

  test('says that whoever deploys is a service', () => assert.equal(given.AZURE_PRINCIPAL_TYPE, 'ServicePrincipal'));

  test('is given what azd itself needs', () => {
    for (const name of ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_SUBSCRIPTION_ID']) {
      assert.equal(given[name], `\${{ vars.${name} }}`);
    }
  });
});

// azd's input: azure.yaml by the rules of its schema, and the parameters, which GitHub must pass as a person would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { bicep } from './support/compiler.mjs';
import { Deployment, required } from './support/deployment.mjs';
import { inRepository, read } from './support/repository.mjs';

const azure = parse(read('azure.yaml'));
const { env: given } = parse(read('.github/workflows/deploy.yml')).jobs.deploy;

/** The variables that the parameters read, each with its default. */
const asked = [...read('infra/main.bicepparam').matchAll(/readEnvironmentVariable\('(\w+)'(?:, '(.*?)')?\)/g)]
  .map(([, name, fallback]) => ({ name, fallback }));
// azd sets these for every deployment, except the type of the principal.
const own = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_PRINCIPAL_ID', 'AZURE_PRINCIPAL_TYPE'];
const ours = asked.filter(({ name }) => !own.includes(name));
// The hooks' own variable: nothing is deployed by it.
const hooked = 'MEDIAINFO_SMOKE_TEST';
const listed = [...azure.pipeline.variables, ...azure.pipeline.secrets];

describe('azure.yaml', () => {
  test('has a name that azd accepts, and only known sections', () => {
    assert.match(azure.name, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    assert.deepEqual(Object.keys(azure).sort(), ['hooks', 'infra', 'name', 'pipeline', 'services']);
    assert.match(read('azure.yaml'), /^# yaml-language-server: \$schema=https:\/\/.*\/azure\.yaml\.json\n/);
  });

  test('points to existing Bicep files with their parameters', () => {
    const { provider, path, module } = azure.infra;
    assert.equal(provider, 'bicep');
    assert.ok(existsSync(inRepository(`${path}/${module}.bicep`)));
    assert.match(read(`${path}/${module}.bicepparam`), new RegExp(`^using '${module}\\.bicep'$`, 'm'));
    // azd reads only one of the two kinds of parameter file.
    assert.ok(!existsSync(inRepository(`${path}/${module}.parameters.json`)));
  });

  test('deploys an existing project to the app tagged with the name of the service', () => {
    const [[name, service]] = Object.entries(azure.services);
    assert.equal(Object.keys(azure.services).length, 1);
    assert.deepEqual(Object.keys(service).sort(), ['hooks', 'host', 'language', 'project']);
    assert.deepEqual([service.host, service.language], ['function', 'dotnet']);
    assert.ok(existsSync(inRepository(`${service.project}/MediaInfo.Functions.csproj`)));
    assert.equal(new Deployment().one('Web/sites').tags['azd-service-name'], name);
  });

  test('installs the npm package that contains ffprobe, and builds the console, on every system', () => {
    const { prepackage, ...others } = azure.services.functions.hooks;
    assert.deepEqual(others, {});
    assert.deepEqual(Object.entries(prepackage).map(([system, { shell }]) => [system, shell]), [['posix', 'sh'], ['windows', 'pwsh']]);
    for (const { run } of Object.values(prepackage)) {
      assert.match(run, /^npm ci --os=linux --cpu=x64 --prefix \.\.\/\.\./);
      assert.match(run, /npm ci --prefix \.\.\/MediaInfo\.Console[^]+npm run build --prefix \.\.\/MediaInfo\.Console/);
    }
  });

  test('tests the deployment on every system, unless that is turned off', () => {
    const { postup, ...others } = azure.hooks;
    assert.deepEqual(others, {});
    assert.deepEqual(Object.entries(postup).map(([system, { shell }]) => [system, shell]), [['posix', 'sh'], ['windows', 'pwsh']]);
    for (const { run } of Object.values(postup)) {
      const [program, script] = run.split(' ');
      const { status, stdout } = spawnSync(program, [inRepository(script)], { encoding: 'utf8', env: { ...process.env, [hooked]: 'false' } });
      assert.deepEqual([status, stdout], [0, `smoke test: skipped, because ${hooked} is false\n`]);
    }
  });

  test('lists each variable once, and the secret only among the secrets', () => {
    assert.ok(listed.every((name) => /^MEDIAINFO_[A-Z_]+$/.test(name)));
    assert.equal(new Set(listed).size, listed.length);
    assert.deepEqual(azure.pipeline.secrets, ['MEDIAINFO_ACCESS_KEY_SECRET']);
  });
});

describe('the parameters', () => {
  test('compile without messages, all from one environment', () => {
    const { status, stdout, stderr } = bicep(['build-params', inRepository('infra/main.bicepparam'), '--stdout'], required);
    assert.deepEqual([status, stderr], [0, '']);
    const { parameters } = JSON.parse(JSON.parse(stdout).parametersJson);
    assert.equal(parameters.environmentName.value, required.AZURE_ENV_NAME);
    assert.equal(parameters.mediaWritable.value, false);
  });

  test('read each variable once', () => {
    assert.ok(ours.length > 15);
    assert.equal(new Set(asked.map(({ name }) => name)).size, asked.length);
    assert.deepEqual(own.filter((name) => !asked.some((one) => one.name === name)), []);
  });

  test('declare the deploying principal a user by default', () => {
    assert.equal(asked.find(({ name }) => name === 'AZURE_PRINCIPAL_TYPE').fallback, 'User');
  });
});

describe('the page of the deployment', () => {
  const [, table] = /^### Parameters\n([\s\S]*?)\n###? /m.exec(read('docs/deploy.md'));
  const told = [...table.matchAll(/^\|([^|]*)\|([^|]*)\|/gm)]
    .map(([, parameters, variables]) => ({ parameters: namesIn(parameters), variables: namesIn(variables) }));

  function namesIn(cell) {
    return [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  }

  test('lists every variable that the parameters or the hooks read, and no other', () => {
    const listedThere = told.flatMap(({ variables }) => variables).filter((name) => !name.startsWith('AZURE_')).sort();
    assert.deepEqual(listedThere, [...ours.map(({ name }) => name), hooked].sort());
  });

  test('lists the variables of azd that people set themselves', () => {
    const ofAzd = told.flatMap(({ variables }) => variables).filter((name) => name.startsWith('AZURE_')).sort();
    assert.deepEqual(ofAzd, [...own].sort());
  });

  test('lists every parameter that main.bicep has, each with its variable', () => {
    const declared = [...read('infra/main.bicep').matchAll(/^param (\w+) /gm)].map(([, name]) => name).sort();
    assert.deepEqual(told.flatMap(({ parameters }) => parameters).sort(), declared);
    const pairs = [...read('infra/main.bicepparam').matchAll(/^param (\w+) = .*readEnvironmentVariable\('(\w+)'/gm)];
    for (const [, parameter, variable] of pairs) {
      const row = told.find(({ parameters }) => parameters.includes(parameter));
      assert.equal(row.variables[row.parameters.indexOf(parameter)], variable, parameter);
    }
  });
});

describe('a deployment from GitHub', () => {
  test('gets every variable of the parameters with the same default, so that it resets none', () => {
    for (const { name, fallback } of ours) {
      const kind = azure.pipeline.secrets.includes(name) ? 'secrets' : 'vars';
      const otherwise = fallback ? ` || '${fallback}'` : '';
      assert.equal(given[name], `\${{ ${kind}.${name}${otherwise} }}`, name);
      assert.ok(listed.includes(name), `azd pipeline config would not set ${name}`);
    }
  });

  test('gets no unused variables', () => {
    const names = [...ours.map(({ name }) => name), hooked].sort();
    assert.deepEqual(Object.keys(given).filter((name) => name.startsWith('MEDIAINFO_')).sort(), names);
    assert.deepEqual([...listed].sort(), names);
  });

  test('declares the deploying principal a service', () => assert.equal(given.AZURE_PRINCIPAL_TYPE, 'ServicePrincipal'));

  test('gets the variables that azd itself needs', () => {
    for (const name of ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_SUBSCRIPTION_ID']) {
      assert.equal(given[name], `\${{ vars.${name} }}`);
    }
  });
});

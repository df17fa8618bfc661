// Checks the Bicep files with the real compiler and linter, and with rules that the compiler lacks.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { diagnose, executable, templates } from './support/compiler.mjs';
import { inRepository, read } from './support/repository.mjs';

const all = templates();
const said = diagnose(inRepository('infra'));

/** The resources of a template without those of its modules, which have their own templates here. */
const resources = ({ resources: listed = [] }) => (Array.isArray(listed) ? listed : Object.values(listed));
const own = (template) => resources(template).filter(({ type }) => type !== 'Microsoft.Resources/deployments');
const modules = (template) => resources(template).filter(({ type }) => type === 'Microsoft.Resources/deployments');

test('there are Bicep files', () => assert.ok(all.has('main.bicep') && all.size > 5));

for (const [path, template] of all) {
  describe(`infra/${path}`, () => {
    const source = read(`infra/${path}`);

    test('compiles and lints without messages', () => assert.deepEqual(said.get(path) ?? [], []));

    test('documents every parameter and output', () => {
      const { parameters = {}, outputs = {} } = template;
      const silent = Object.entries({ ...parameters, ...outputs }).filter(([, { metadata }]) => !(metadata?.description?.length > 10));
      assert.deepEqual(silent.map(([name]) => name), []);
    });

    test('names resources by type and version', () => {
      const named = [...source.matchAll(/^resource \w+ '([^']+)'/gm)].map(([, name]) => name);
      assert.deepEqual(named.filter((name) => !/^[A-Z]\w+(\.\w+)+(\/\w+)+@20\d\d-[01]\d-[0-3]\d(-preview)?$/.test(name)), []);
      for (const { type, apiVersion } of own(template)) {
        assert.ok(named.includes(`${type}@${apiVersion}`), type);
      }
    });

    test('outputs no secret', () => {
      const secure = Object.entries(template.parameters ?? {}).filter(([, { type }]) => /secure/i.test(type)).map(([name]) => name);
      for (const [name, { value, copy }] of Object.entries(template.outputs ?? {})) {
        const text = JSON.stringify(value ?? copy);
        assert.doesNotMatch(text, /listKeys|listAccountSas|secretValue|primaryKey/i, name);
        assert.ok(!secure.some((parameter) => text.includes(`parameters('${parameter}')`)), name);
      }
    });

    test('enables no access by account key', () => {
      assert.doesNotMatch(JSON.stringify(own(template)), /listKeys\(|AccountKey=|"allowSharedKeyAccess":true|"DisableLocalAuth":false/i);
      for (const { properties } of own(template).filter(({ type }) => type === 'Microsoft.Storage/storageAccounts')) {
        assert.ok(properties === undefined || (properties.allowSharedKeyAccess === false && properties.allowBlobPublicAccess === false));
      }
    });

    test('names each role assignment by its resource, principal and role', () => {
      for (const { scope, name, properties } of own(template).filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')) {
        assert.match(scope ?? '', /^\[resourceId\('Microsoft\./);
        assert.ok(name.startsWith(`[guid(${scope.slice(1, -1)}, `), name);
        assert.match(name, /, parameters\('\w*[pP]rincipalId'\), /);
        assert.match(name, /(variables\('|parameters\('role|\w{8}-\w{4}-\w{4})/);
        assert.ok(properties.principalType);
      }
    });

    test('passes modules only parameters that they declare, and all that they require', () => {
      for (const { properties } of modules(template)) {
        const { parameters = {} } = properties.template;
        const given = Object.keys(properties.parameters);
        assert.deepEqual(given.filter((name) => !(name in parameters)), []);
        const needed = Object.keys(parameters).filter((name) => !('defaultValue' in parameters[name]) && !parameters[name].nullable);
        assert.deepEqual(needed.filter((name) => !given.includes(name)), []);
      }
    });
  });
}

test('a resource type has the same version in all files', () => {
  const versions = new Map();
  for (const { type, apiVersion } of [...all.values()].flatMap(own)) {
    // These two have a version of its own for each kind of resource.
    const [provider, kind] = type.split('/');
    const service = ['Microsoft.Insights', 'Microsoft.Network'].includes(provider) ? `${provider}/${kind}` : provider;
    versions.set(service, (versions.get(service) ?? new Set()).add(apiVersion));
  }
  assert.deepEqual([...versions].filter(([, found]) => found.size > 1), []);
});

describe('the compiler finds', () => {
  const faults = {
    'text that is not Bicep': ["resource a 'x' = {\n  name 'y'\n", 'BCP018'],
    'an undeclared name': ["output a string[] = [for x in ['y']: '${x}${b}']\n", 'BCP057'],
    'a name declared twice': ["param a string\nparam a string\noutput b string = a\n", 'BCP028'],
    'an unknown function': ["output a string = lowercase('B')\n", 'BCP057'],
    'a module without a required parameter': ["module m 'other.bicep' = {\n  params: {}\n}\n", 'BCP035'],
    'a module with an undeclared parameter': ["module m 'other.bicep' = {\n  params: {\n    a: ''\n    b: ''\n  }\n}\n", 'BCP037'],
    'a module output that does not exist': [
      "module m 'other.bicep' = {\n  params: {\n    a: ''\n  }\n}\noutput b string = m.outputs.y\n", 'BCP053'],
    'an import that is not exported': ["import { c } from 'other.bicep'\noutput d string = c\n", 'BCP360'],
    'an unknown member of an import': ["import { names } from 'other.bicep'\noutput d string = names.f\n", 'BCP053'],
    'an unknown property of a resource': [
      "resource a 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {\n  name: 'a'\n  locations: 'b'\n}\n", 'BCP089'],
    'an unused parameter': ['param a string\n', 'no-unused-params'],
    'an unused variable': ["var a = 'b'\n", 'no-unused-vars'],
    'an unused import': ["import { names } from 'other.bicep'\n", 'no-unused-imports'],
    'an output that contains a secret': ["@secure()\nparam a string\noutput b string = a\n", 'outputs-should-not-contain-secrets'],
    'a secret with a default': ["@secure()\nparam a string = 'b'\nvar c = {\n  d: a\n}\noutput e int = length(c)\n", 'secure-parameter-default'],
  };
  const folder = mkdtempSync(join(tmpdir(), 'mediainfo-faults-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name) => `${name.replaceAll(' ', '-')}.bicep`;
  writeFileSync(join(folder, 'bicepconfig.json'), read('infra/bicepconfig.json'));
  writeFileSync(join(folder, 'other.bicep'),
    "param a string\noutput x string = a\nvar c = 'd'\noutput e string = c\n@export()\nvar names = { g: 'h' }\n");
  Object.entries(faults).forEach(([name, [text]]) => writeFileSync(join(folder, file(name)), text));
  const found = diagnose(folder);

  for (const [name, [, rule]] of Object.entries(faults)) {
    test(name, () => assert.ok(found.get(file(name))?.some((one) => one.startsWith(`${rule} `)), JSON.stringify(found.get(file(name)))));
  }

  test('nothing in a correct file', () => assert.equal(found.get('other.bicep'), undefined));
});

test('the compiler runs even if its file is not executable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mediainfo-run-bit-'));
  try {
    const file = join(folder, 'tool');
    writeFileSync(file, '#!/bin/sh\n', { mode: 0o644 });
    assert.notEqual(executable(file), file);
    writeFileSync(join(folder, 'other'), '#!/bin/sh\n', { mode: 0o755 });
    assert.equal(executable(join(folder, 'other')), join(folder, 'other'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

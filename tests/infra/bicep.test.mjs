// What can be known of the Bicep files without the compiler; and the compiler's word, where there is one.
import assert from 'node:assert/strict';
import { dirname, posix } from 'node:path';
import { describe, test } from 'node:test';
import { BicepFile } from './support/bicep.mjs';
import { compile, compilerIsExpected } from './support/compiler.mjs';
import { files, read } from './support/repository.mjs';

const paths = files('infra', (path) => path.endsWith('.bicep'));
const all = new Map(paths.map((path) => [path, new BicepFile(path, read(path))]));
const target = (path, file) => posix.join(dirname(path), file);

// The functions of the language that these files use; another one is added here when it is known to exist.
const functions = new Set(
  ('allowed description empty export guid length map maxLength maxValue minLength minValue range resourceGroup secure split ' +
    'string subscription subscriptionResourceId toLower toObject trim union uniqueString').split(' '),
);

test('there are Bicep files', () => assert.ok(paths.includes('infra/main.bicep') && paths.length > 5));

for (const [path, file] of all) {
  describe(path, () => {
    test('is Bicep', () => assert.deepEqual(file.faults, []));

    test('documents every parameter and output', () => {
      const silent = [...file.parameters, ...file.outputs]
        .filter(({ decorators }) => !decorators.some(({ name, text }) => name === 'description' && text.length > 10));
      assert.deepEqual(silent.map(({ at, name }) => `${at} ${name}`), []);
    });

    test('declares each name once and uses no other', () => {
      const names = file.declared;
      assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i && !file.outputs.some((one) => one.name === name)), []);
      assert.deepEqual(file.used.filter(({ name }) => !names.includes(name)), []);
    });

    test('uses every parameter, variable and import', () => {
      const used = new Set(file.used.map(({ name }) => name));
      const exported = file.variables.filter(({ decorators }) => decorators.some(({ name }) => name === 'export')).map(({ name }) => name);
      const mine = [...file.parameters, ...file.variables].map(({ name }) => name).concat(file.imports.flatMap(({ names }) => names));
      assert.deepEqual(mine.filter((name) => !used.has(name) && !exported.includes(name)), []);
    });

    test('calls functions of the language', () => {
      assert.deepEqual(file.functions.filter(({ name }) => !functions.has(name)), []);
    });

    test('gives every module what it asks for and nothing else', () => {
      for (const { file: name, given, at } of file.modules) {
        const module = all.get(target(path, name));
        assert.ok(module, `${at}: there is no ${name}`);
        const known = module.parameters.map((parameter) => parameter.name);
        const needed = module.parameters.filter(({ hasDefault }) => !hasDefault).map((parameter) => parameter.name);
        assert.deepEqual(given.filter((one) => !known.includes(one)), [], `${at} gives what ${name} does not take`);
        assert.deepEqual(needed.filter((one) => !given.includes(one)), [], `${at} does not give what ${name} needs`);
      }
    });

    test('takes from modules only what they put out', () => {
      for (const { name, file: module } of file.modules) {
        const taken = [...file.source.matchAll(new RegExp(`\\b${name}!?\\.outputs\\.(\\w+)`, 'g'))].map((match) => match[1]);
        const offered = all.get(target(path, module)).outputs.map((output) => output.name);
        assert.deepEqual(taken.filter((output) => !offered.includes(output)), [], `of ${module}`);
      }
    });

    test('imports what is exported', () => {
      for (const { names, file: source } of file.imports) {
        const exported = all.get(target(path, source)).variables
          .filter(({ decorators }) => decorators.some(({ name }) => name === 'export'))
          .map(({ name }) => name);
        assert.deepEqual(names.filter((name) => !exported.includes(name)), [], `of ${source}`);
      }
      const members = new Set([...read('infra/modules/roles.bicep').matchAll(/^ {2}(\w+): '/gm)].map((match) => match[1]));
      const named = [...file.source.matchAll(/\broles\.(\w+)/g)].map((match) => match[1]).filter((name) => name !== 'bicep');
      assert.deepEqual(named.filter((name) => !members.has(name)), []);
    });

    test('names resources by type and version', () => {
      for (const { type, version, at } of file.resources) {
        assert.match(type, /^[A-Z]\w+(\.\w+)+(\/\w+)+$/, at);
        assert.match(version ?? '', /^20\d\d-[01]\d-[0-3]\d(-preview)?$/, at);
      }
    });

    test('opens no account by key and puts out no secret', () => {
      const secure = file.parameters.filter(({ decorators }) => decorators.some(({ name }) => name === 'secure')).map(({ name }) => name);
      for (const { node, at } of file.outputs) {
        assert.doesNotMatch(node.text, /listKeys|listAccountSas|secretValue|primaryKey/i, at);
        assert.ok(!secure.some((name) => new RegExp(`\\b${name}\\b`).test(node.text)), at);
      }
      assert.doesNotMatch(file.source, /listKeys\(|AccountKey=|allowSharedKeyAccess: true|allowBlobPublicAccess: true|DisableLocalAuth: false/);
    });

    test('assigns each role on one resource, to a principal, by a name that says both', () => {
      for (const { node, at } of file.resources.filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')) {
        assert.match(node.text, /\bscope: \w/, at);
        assert.match(node.text, /\bname: guid\(\w+(\[i\])?\.id, \w*[pP]rincipalId, /, at);
        assert.match(node.text, /\bprincipalType: /, at);
      }
    });
  });
}

test('a type of resource has one version in all files', () => {
  const versions = new Map();
  for (const { type, version } of [...all.values()].flatMap((file) => file.resources)) {
    const service = type.split('/')[0] === 'Microsoft.Insights' ? type : type.split('/')[0];
    versions.set(service, (versions.get(service) ?? new Set()).add(version));
  }
  assert.deepEqual([...versions].filter(([, found]) => found.size > 1), []);
});

test('the parameters file gives parameters that there are, and all that have no default', () => {
  const { parameters } = JSON.parse(read('infra/main.parameters.json'));
  const main = all.get('infra/main.bicep').parameters;
  assert.deepEqual(Object.keys(parameters).filter((name) => !main.some((one) => one.name === name)), []);
  assert.deepEqual(main.filter(({ name, hasDefault }) => !hasDefault && !(name in parameters)), []);
});

if (compilerIsExpected) {
  test('infra/main.bicep compiles without a warning', () => {
    const { status, stdout, stderr } = compile('infra/main.bicep');
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stderr, /\b(Warning|Error)\b/);
    assert.ok(JSON.parse(stdout).resources);
  });
}

describe('the check itself finds', () => {
  const faulty = (source) => new BicepFile('a.bicep', source);
  test('a text that is not Bicep', () => assert.notDeepEqual(faulty("resource a 'x' = {\n  name 'y'\n").faults, []));
  test('a name that is not declared', () => {
    assert.deepEqual(faulty("var a = [for x in list: '${x}${b}']\n").used.map(({ name }) => name), ['list', 'b']);
  });
  test('what a module is given', () => {
    assert.deepEqual(faulty("module m 'x.bicep' = if (c) {\n  params: {\n    a: 1\n    b: { d: 2 }\n  }\n}\n").modules[0].given, ['a', 'b']);
  });
  test('a parameter without a description', () => {
    assert.deepEqual(faulty("@description('x')\nparam a string\nparam b string\n").parameters.map((one) => one.decorators.length), [1, 0]);
  });
});

// What a deployment from GitHub is given: all that one by hand is, or it would set the rest back to the defaults.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { read } from './support/repository.mjs';

const workflow = read('.github/workflows/deploy.yml');
const parameters = JSON.parse(read('infra/main.parameters.json')).parameters;

// azd gives these to every deployment, whoever starts it.
const own = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_PRINCIPAL_ID', 'AZURE_PRINCIPAL_TYPE'];
const asked = Object.values(parameters)
  .flatMap(({ value }) => [...String(value).matchAll(/^\$\{(\w+)(?:=(.*))?\}$/g)])
  .map(([, name, fallback]) => ({ name, fallback }))
  .filter(({ name }) => !own.includes(name));
const listed = (kind) => (new RegExp(`^ {2}${kind}:\\n((?: {4}- \\w+\\n)+)`, 'm').exec(read('azure.yaml'))?.[1] ?? '').match(/\w+/g) ?? [];

describe('the workflow that deploys', () => {
  test('is given every variable of the parameters, with the same default', () => {
    assert.ok(asked.length > 10);
    for (const { name, fallback } of asked) {
      const [, kind, otherwise] = new RegExp(`^ {6}${name}: \\$\\{\\{ (vars|secrets)\\.${name}(?: \\|\\| '([^']*)')? \\}\\}$`, 'm').exec(workflow) ?? [];
      assert.ok(kind, `${name} is not passed on`);
      assert.equal(otherwise, fallback, name);
      assert.ok(listed(kind === 'vars' ? 'variables' : 'secrets').includes(name), `azd pipeline config would not set ${name}`);
    }
  });

  test('passes on nothing that nobody asks for', () => {
    const names = asked.map(({ name }) => name).sort();
    assert.deepEqual([...workflow.matchAll(/^ {6}(MEDIAINFO_\w+):/gm)].map(([, name]) => name).sort(), names);
    assert.deepEqual([...listed('variables'), ...listed('secrets')].sort(), names);
  });

  test('keeps the secret among the secrets', () => assert.deepEqual(listed('secrets'), ['MEDIAINFO_ACCESS_KEY_SECRET']));

  test('signs in as what azd pipeline config makes an identity for: a branch, and no GitHub environment', () => {
    assert.doesNotMatch(workflow, /^\s+environment:/m);
    assert.match(workflow, /^ {2}id-token: write$/m);
  });
});

test('whoever deploys is a person, unless azd says that it is a service', () => {
  assert.equal(parameters.operatorPrincipalType.value, '${AZURE_PRINCIPAL_TYPE=User}');
  assert.match(read('infra/main.bicep'), /param operatorPrincipalType string = 'User'/);
});

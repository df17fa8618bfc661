// Every snippet of the pages does what the page says: it runs here, as a new user would run it, or its syntax is checked.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { files, read as readFile } from '../infra/support/repository.mjs';
import { fencesOf } from './support/fences.mjs';
import { read } from './support/languages.mjs';
import { checkInstalled } from './support/npm.mjs';
import { assertShows, jsonOf } from './support/outputs.mjs';
import { Runner } from './support/runner.mjs';
import { statementsOf } from './support/statements.mjs';

process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1,localhost';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...files('docs', (path) => path.endsWith('.md'))];
const runs = new Set(['bash', 'js', 'json']);

for (const page of pages) {
  const fences = fencesOf(readFile(page));
  if (fences.length === 0) {
    continue;
  }
  describe(page, () => {
    const runner = new Runner();
    after(() => runner.close());

    for (const fence of fences) {
      test(`line ${fence.line}, ${fence.language}: ${fence.text.split('\n')[0].slice(0, 60)}`, async () => {
        const tree = await read(fence);
        if (runs.has(fence.language)) {
          await runner[fence.language](fence, tree);
        }
      });
    }
  });
}

test('a statement that needs a cloud is left out, and its neighbours are not', async () => {
  const text = 'a=$(az account show | jq .id)\ncurl -s "http://$a"\nnpx azurite &\nbash eng/run.sh --data x\nsleep 9 & # why\n';
  const found = statementsOf(await read({ language: 'bash', text }));
  assert.deepEqual(found.map(({ what }) => what), ['elsewhere', 'run', 'covered', 'serve', 'run']);
  assert.equal(found.at(-1).text, 'sleep 9 &');
});

test('a page may leave out what is printed, and may not change it', () => {
  const printed = jsonOf('job:\n{"a": {"b": 1, "c": [1, 2]}, "d": "x"}');
  assertShows({ a: { c: [1] }, d: '…' }, printed);
  for (const wrong of [{ a: { b: 2 } }, { a: { c: [1, 2, 3] } }, { e: '…' }, []]) {
    assert.throws(() => assertShows(wrong, printed), undefined, JSON.stringify(wrong));
  }
});

test('an install line names what the snippet imports, and no more', () => {
  const check = (line) => () => checkInstalled(line, "import a from '@azure/storage-blob';\nimport b from 'yaml/x';\n", '/');
  assert.doesNotThrow(check('npm install @azure/storage-blob yaml@2'));
  assert.throws(check('npm install @azure/storage-blob'));
  assert.throws(check('npm install @azure/storage-blob yaml uuid'));
});

test('a fence of an unknown language fails', async () => {
  await assert.rejects(read({ language: 'cobol', text: '' }), /not 'cobol'/);
  await assert.rejects(read({ language: '', text: '' }), /not ''/);
});

for (const [language, text] of Object.entries({
  bash: 'curl "http://127.0.0.1',
  js: 'const = 1;',
  python: 'def f(:\n',
  java: 'class A { void f( { } }',
  go: 'package main\nfunc main( {}\n',
  csharp: 'var x = new A(;',
  json: '{"a": }',
  yaml: 'a: [1',
  nginx: 'location / { proxy_pass http://a }',
  env: 'MediaInfo Id=1',
})) {
  test(`wrong ${language} fails`, () => assert.rejects(read({ language, text })));
}

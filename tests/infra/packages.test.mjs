// The packages page says why each package is needed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './support/repository.mjs';

const page = read('docs/packages.md');
const told = [...page.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names]) => names.split(', '));
const isTold = (name) => told.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name));

test('every NuGet package has a line', () => {
  const packages = [...read('Directory.Packages.props').matchAll(/<PackageVersion Include="([^"]+)"/g)].map(([, name]) => name);
  assert.ok(packages.length > 20);
  assert.deepEqual(packages.filter((name) => !isTold(name)), []);
});

test('every npm package has a line', () => {
  const packages = ['package.json', 'src/MediaInfo.Console/package.json'].flatMap((path) => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(read(path));
    return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  });
  assert.ok(packages.length > 5);
  assert.deepEqual(packages.filter((name) => !isTold(name)), []);
});

for (const path of ['package-lock.json', 'src/MediaInfo.Console/package-lock.json']) {
  test(`${path} names no registry`, () => assert.doesNotMatch(read(path), /"resolved"/));
}

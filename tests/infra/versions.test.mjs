// One version, from the newest git tag to the changelog.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { standaloneDll } from '../sdk/support/paths.mjs';
import { read, root } from './support/repository.mjs';

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
const changelog = [...read('CHANGELOG.md').matchAll(/^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?$/gm)].map(([, version, day]) => ({ version, day }));
const number = (version) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);

describe('the changelog', () => {
  test('has what is not released first, then each version with its day, newest first', () => {
    const [unreleased, ...released] = changelog;
    assert.deepEqual(unreleased, { version: 'Unreleased', day: undefined });
    assert.ok(released.length > 0);
    assert.ok(released.every(({ version, day }) => /^\d+\.\d+\.\d+$/.test(version) && day), JSON.stringify(released));
    assert.deepEqual(released, released.toSorted((a, b) => number(b.version) - number(a.version)));
  });

  test('has every tagged version', () => {
    const tags = git('tag', '--list', 'v*').stdout.split('\n').filter(Boolean).map((tag) => tag.slice(1));
    assert.deepEqual(tags.filter((tag) => !changelog.some(({ version }) => version === tag)), []);
  });
});

test('the program is a version after the newest one in the changelog, or that one, of this commit', () => {
  const { stdout, status } = spawnSync('dotnet', [standaloneDll, 'version'], { encoding: 'utf8' });
  assert.equal(status, 0);
  const [, version, commit] = /^mediainfo (\d+\.\d+\.\d+)\S*?(?:\+([0-9a-f]+))? /.exec(stdout);
  assert.ok(number(version) >= number(changelog[1].version), stdout);
  if (commit) {
    assert.equal(git('cat-file', '-t', commit).stdout.trim(), 'commit');
  }
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../sdk/support/paths.mjs';

const lock = JSON.parse(readFileSync(inRepository('package-lock.json'), 'utf8')).packages;

/** Packages that a vendor's package uses and does not declare, so that a user has to name them. */
const undeclared = new Map([['@huaweicloud/huaweicloud-sdk-core', ['uuid']]]);

const nameOf = (specifier) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)[1];
const withoutVersion = (word) => word.replace(/(?<=.)@.*/, '');

/** The words of an install line: each package in the version that the lock file has, unless the line gives one. */
export function installArguments(line) {
  const names = line.replace(/^npm install /, '').split(' ');
  return names.map((name) => {
    const locked = lock[`node_modules/${withoutVersion(name)}`];
    assert.ok(locked, `${name} is not in package-lock.json, so its version is not reviewed`);
    return name === withoutVersion(name) ? `${name}@${locked.version}` : name;
  });
}

/** Fails unless the line installs what the snippet imports, and nothing else. */
export function checkInstalled(line, snippet, folder) {
  const sources = [...snippet.matchAll(/ from '([^']+)'/g)].map(([, source]) => source);
  const imported = sources.filter((source) => !source.startsWith('node:'));
  const wanted = new Set(imported.map(nameOf));
  for (const [name, missing] of undeclared) {
    const description = join(folder, 'node_modules', name, 'package.json');
    if (wanted.has(name) && existsSync(description)) {
      const { dependencies = {} } = JSON.parse(readFileSync(description, 'utf8'));
      missing.filter((one) => !dependencies[one]).forEach((one) => wanted.add(one));
    }
  }
  const installed = line.replace(/^npm install /, '').split(' ').map(withoutVersion);
  assert.deepEqual(installed.sort(), [...wanted].sort(), 'the install line and the imports differ');
}

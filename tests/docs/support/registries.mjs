import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository } from '../../sdk/support/paths.mjs';

const run = promisify(execFile);
const valueOf = async (name) => (await run('npm', ['config', 'get', name], { cwd: inRepository('.') })).stdout.trim();

let known;

/** What npm has in this user's home, for a program with an empty one: which registry it asks, and what it has fetched before. */
export async function registries() {
  known ??= {
    npm_config_registry: await valueOf('registry'),
    npm_config_cache: await valueOf('cache'),
    npm_config_ignore_scripts: 'true',
    npm_config_prefer_offline: 'true',
  };
  return known;
}

import { spawnSync } from 'node:child_process';
import { inRepository } from './repository.mjs';

const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
const command = runs('bicep', '--version') ? ['bicep', 'build', '--stdout']
  : runs('az', 'bicep', 'version') ? ['az', 'bicep', 'build', '--stdout', '--file']
  : undefined;

/** Whether the real compiler is to be asked: where it is on the path, and in CI, where its absence is a failure. */
export const compilerIsExpected = Boolean(command) || process.env.MEDIAINFO_BICEP_COMPILER === 'required';

/** Compiles a file of the repository: the exit code, the template and what the compiler said. */
export function compile(path) {
  if (!command) {
    throw new Error('neither bicep nor az is on the path');
  }
  return spawnSync(command[0], [...command.slice(1), inRepository(path)], { encoding: 'utf8', maxBuffer: 64 << 20, timeout: 300_000 });
}

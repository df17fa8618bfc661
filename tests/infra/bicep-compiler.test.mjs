// The real compiler, where it is installed: `bicep`, or `az` with its bicep part.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { inRepository } from './support/repository.mjs';

const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
const compiler = runs('bicep', '--version') ? ['bicep', 'build', '--stdout']
  : runs('az', 'bicep', 'version') ? ['az', 'bicep', 'build', '--stdout', '--file']
  : undefined;

// CI sets it: there the compiler's absence is a failure.
const demanded = process.env.MEDIAINFO_BICEP_COMPILER === 'required';

if (compiler || demanded) {
  test('infra/main.bicep compiles without a warning', () => {
    assert.ok(compiler, 'MEDIAINFO_BICEP_COMPILER=required, but neither bicep nor az is on the path');
    const [command, ...args] = [...compiler, inRepository('infra/main.bicep')];
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 << 20, timeout: 300_000 });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stderr, /\b(Warning|Error)\b/);
    assert.ok(JSON.parse(stdout).resources);
  });
}

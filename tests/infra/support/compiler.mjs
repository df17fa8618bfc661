// The Bicep compiler: the one in the NuGet package on Linux x64, and an installed one elsewhere.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { files, inRepository } from './repository.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mediainfo-bicep-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

// Variables that azd would pass must come only from the test.
const surroundings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AZURE|MEDIAINFO)_/.test(name)));
const ended = (command, args, env = {}) =>
  spawnSync(command, args, { encoding: 'utf8', env: { ...surroundings, ...env }, maxBuffer: 64 << 20, timeout: 300_000 });

function run(command, ...args) {
  const { status, stdout, stderr } = ended(command, args);
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout.trim();
}

function ofPackage() {
  const project = inRepository('eng/bicep.csproj');
  run('dotnet', 'restore', project, '-v', 'quiet');
  return executable(resolve(run('dotnet', 'msbuild', project, '-getProperty:BicepPath')));
}

/** The file itself, or an executable copy: not every tool that unpacks a package sets the execute bit. */
export function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    const copy = join(folder, 'bicep');
    copyFileSync(file, copy);
    chmodSync(copy, 0o755);
    return copy;
  }
}

function installed() {
  // The second is where `az bicep install` puts it.
  const found = ['bicep', join(homedir(), '.azure/bin/bicep')].find((command) => ended(command, ['--version']).status === 0);
  assert.ok(found, 'Here infra/ can be checked only by a Bicep compiler that is on PATH: the one of the package is for Linux on x64.');
  return found;
}

let command;

/** Runs the compiler and returns its exit code, output and errors. */
export function bicep(args, env = {}) {
  command ??= process.platform === 'linux' && process.arch === 'x64' ? ofPackage() : installed();
  // The compiler needs no cultures, and not every machine has the library for them.
  return ended(command, args, { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', ...env });
}

/** The messages of compiler and linter for the Bicep files of a folder, by file path: rule, line and text of each. */
export function diagnose(at) {
  const { status, stdout, stderr } = bicep(['lint', '--pattern', join(at, '**/*.bicep')]);
  const found = new Map();
  for (const [, path, line, rule, text] of (stdout + stderr).matchAll(/^(.+)\((\d+),\d+\) : \w+ ([\w-]+): (.+)$/gm)) {
    const name = path.slice(at.length + 1);
    // A module is checked again for each file that uses it.
    found.set(name, (found.get(name) ?? new Set()).add(`${rule} in line ${line}: ${text}`));
  }
  assert.ok(status === 0 || found.size > 0, stdout + stderr);
  return new Map([...found].map(([name, messages]) => [name, [...messages]]));
}

/** The template compiled from each Bicep file of infra/, by its path in that folder. */
export function templates() {
  const output = mkdtempSync(join(folder, 'templates-'));
  const { status, stderr } = bicep(['build', '--pattern', inRepository('infra/**/*.bicep'), '--outdir', output]);
  assert.equal(status, 0, stderr);
  const paths = files('infra', (path) => path.endsWith('.bicep')).map((path) => path.slice('infra/'.length));
  return new Map(paths.map((path) => [path, JSON.parse(readFileSync(join(output, path.replace(/\.bicep$/, '.json')), 'utf8'))]));
}

/** The resources that a deployment of main.bicepparam in this environment would create, with additional parameters. */
export function deployed(env, parameters = {}) {
  const { status, stderr, at } = snapshot(env, parameters);
  assert.equal(status, 0, stderr);
  return JSON.parse(readFileSync(join(at, 'main.snapshot.json'), 'utf8')).predictedResources;
}

/** The compiler's errors for a deployment that it rejects. */
export function refusal(env, parameters = {}) {
  const { status, stderr } = snapshot(env, parameters);
  assert.notEqual(status, 0, 'the deployment was taken');
  return stderr;
}

function snapshot(env, parameters) {
  const at = mkdtempSync(join(folder, 'deployment-'));
  cpSync(inRepository('infra'), at, { recursive: true });
  const file = join(at, 'main.bicepparam');
  let text = readFileSync(file, 'utf8');
  for (const [name, value] of Object.entries(parameters)) {
    const line = `param ${name} = json('${JSON.stringify(value).replaceAll("'", "\\'")}')\n`;
    text = text.replace(new RegExp(`^param ${name} = .*\n`, 'm'), '') + line;
  }
  writeFileSync(file, text);
  const ids = ['--subscription-id', '00000000-0000-0000-0000-000000000001', '--tenant-id', '00000000-0000-0000-0000-000000000002'];
  return { ...bicep(['snapshot', file, '--location', 'westeurope', '--mode', 'overwrite', ...ids], env), at };
}

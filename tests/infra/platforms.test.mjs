// Every platform that .NET runs on, as far as that can be seen from this one: npm's packages, publishes for other systems, and scripts
// that their shells understand.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { freePorts } from '../sdk/support/ports.mjs';
import { inRepository, read } from './support/repository.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mediainfo-platforms-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (command, args, options = {}) =>
  spawnSync(command, args, { encoding: 'utf8', timeout: 500_000, maxBuffer: 64 << 20, ...options });

const magic = (path) => {
  const bytes = Buffer.alloc(20);
  const file = openSync(path);
  readSync(file, bytes);
  closeSync(file);
  return bytes;
};
// Which system and processor a program is for: the first bytes of Mach-O (mach-o/loader.h), ELF (elf(5)) and PE.
const kinds = {
  linux: (bytes) => bytes.readUInt32BE(0) === 0x7f454c46 && { 62: 'x64', 183: 'arm64' }[bytes.readUInt16LE(18)],
  osx: (bytes) => bytes.readUInt32LE(0) === 0xfeedfacf && { 0x01000007: 'x64', 0x0100000c: 'arm64' }[bytes.readUInt32LE(4)],
  win: (bytes) => bytes.toString('latin1', 0, 2) === 'MZ' && 'exe',
};

describe('npm', () => {
  const { packages } = JSON.parse(read('package-lock.json'));

  test('installs on every platform: a package of one platform is optional', () => {
    const bound = Object.entries(packages).filter(([, { os, cpu }]) => os || cpu);
    assert.deepEqual(bound.filter(([, { optional }]) => !optional).map(([name]) => name), []);
    assert.ok(bound.length >= 5);
  });

  const platforms = [['linux', 'x64'], ['linux', 'arm64'], ['darwin', 'x64'], ['darwin', 'arm64'], ['win32', 'x64'], ['win32', 'arm64'], ['freebsd', 'x64']];
  for (const [os, cpu] of platforms) {
    test(`brings ${os} on ${cpu} its own ffprobe and ffmpeg, or none`, () => {
      const place = join(folder, `npm-${os}-${cpu}`);
      mkdirSync(place);
      const { optionalDependencies } = JSON.parse(read('package.json'));
      writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, optionalDependencies }));
      const { status, stdout, stderr } = run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', `--os=${os}`, `--cpu=${cpu}`], { cwd: place });
      assert.equal(status, 0, stdout + stderr);
      for (const tool of ['ffprobe', 'ffmpeg']) {
        const installer = join(place, `node_modules/@${tool}-installer`);
        const name = `@${tool}-installer/${os}-${cpu}`;
        assert.deepEqual(existsSync(installer) ? readdirSync(installer) : [], name in optionalDependencies ? [`${os}-${cpu}`] : []);
        if (name in optionalDependencies) {
          const file = join(installer, `${os}-${cpu}`, os === 'win32' ? `${tool}.exe` : tool);
          const kind = kinds[{ darwin: 'osx', win32: 'win' }[os] ?? os](magic(file));
          assert.equal(kind, os === 'win32' ? 'exe' : cpu, tool);
        }
      }
    });
  }
});

describe('a publish for', () => {
  const natives = { linux: 'libe_sqlite3.so', osx: 'libe_sqlite3.dylib', win: 'e_sqlite3.dll' };
  const publish = (runtime, ...more) => {
    const output = join(folder, runtime);
    const options = ['-c', 'Release', '-r', runtime, '--self-contained', 'false', '-v', 'quiet', '-o', output, ...more];
    return { ...run('dotnet', ['publish', inRepository('src/MediaInfo.Standalone'), ...options]), output };
  };

  for (const runtime of ['linux-x64', 'linux-arm64', 'osx-x64', 'osx-arm64', 'win-x64']) {
    test(`${runtime} has the program and SQLite of that platform`, () => {
      const [system, processor] = runtime.split('-');
      const { output, status, stdout } = publish(runtime, '-p:WithoutFfprobe=true', '-p:WithoutFfmpeg=true');
      assert.equal(status, 0, stdout);
      const program = kinds[system](magic(join(output, system === 'win' ? 'mediainfo.exe' : 'mediainfo')));
      assert.equal(program, system === 'win' ? 'exe' : processor);
      assert.ok(kinds[system](magic(join(output, natives[system]))), natives[system]);
      assert.deepEqual(readdirSync(output).filter((name) => /^ff/.test(name)), []);
    });
  }

  // Not every registry has the small program that starts an app on Windows for ARM. `dotnet MediaInfo.Standalone.dll` starts it too.
  test('win-arm64 has the SQLite of that platform', () => {
    const { output, status, stdout } = publish('win-arm64', '-p:WithoutFfprobe=true', '-p:WithoutFfmpeg=true', '-p:UseAppHost=false');
    assert.equal(status, 0, stdout);
    assert.ok(existsSync(join(output, 'MediaInfo.Standalone.dll')));
    assert.ok(kinds.win(magic(join(output, natives.win))));
  });

  test('another platform asks for the ffprobe and ffmpeg of that platform', () => {
    const { status, stdout } = publish('osx-arm64');
    assert.notEqual(status, 0);
    assert.match(stdout, /no ffprobe and no ffmpeg to publish: run npm ci --os=darwin --cpu=arm64 first/);
  });
});

describe('the scripts', () => {
  // macOS has bash 3.2. What came later, and what 3.2 cannot parse.
  const later = {
    'mapfile or readarray': /\b(mapfile|readarray)\b/,
    'wait -n': /\bwait -n\b/,
    'an associative array': /\b(declare|local|typeset) -\w*A/,
    'a reference to a variable': /\b(declare|local) -\w*n\b/,
    'a negative index': /\[-\d+\]/,
    'a change of case': /\$\{\w+(\[[^\]]*\])?(\^|,)/,
    'an operator after @': /\$\{\w+@\w\}/,
    '&>> or |&': /&>>|\|&/,
    'a pattern with a group in [[ ]]': /\[\[[^$\n]*=~ [^$\n]*\(/,
    '[[ -v': /\[\[ -v /,
    'the time in printf': /printf [^\n]*%\(/,
    'a command that only GNU has': /\b(sha256sum|readlink -f|realpath|stat -c|date -d|sed -i|find [^\n|]*-quit|nproc)\b/,
  };
  for (const name of readdirSync(inRepository('eng')).filter((file) => file.endsWith('.sh'))) {
    test(`eng/${name} keeps to bash 3.2`, () => {
      const lines = read(`eng/${name}`).split('\n').filter((line) => !line.trimStart().startsWith('#'));
      const found = lines.flatMap((line) => Object.entries(later).filter(([, pattern]) => pattern.test(line)).map(([what]) => `${what}: ${line.trim()}`));
      assert.deepEqual(found, []);
    });
  }

  test('eng/run.ps1 starts the service and analyses a file, in PowerShell', async () => {
    const tools = join(folder, 'tools');
    const installed = run('dotnet', ['tool', 'install', 'powershell', '--version', '7.6.9', '--tool-path', tools]);
    assert.equal(installed.status, 0, installed.stdout + installed.stderr);
    const [port] = await freePorts(1);
    const file = inRepository('tests/media/sample.mp4');
    const command = ['-NoProfile', '-File', inRepository('eng/run.ps1'), '-Port', `${port}`, '-Data', join(folder, 'data'), '-Analyze', file, '-Once'];
    const { status, stdout, stderr } = run(join(tools, 'pwsh'), command, { env: { ...process.env, DOTNET_ROLL_FORWARD: 'Major' } });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, new RegExp(`ready http://127.0.0.1:${port}[\\s\\S]*"State": "Success"[\\s\\S]*callback:\\n\\{"Type":"MediaInfo","State":"Success"`));
  });

  test('eng/test.ps1 and eng/common.ps1 are PowerShell', () => {
    const pwsh = join(folder, 'tools', 'pwsh');
    for (const name of ['run.ps1', 'test.ps1', 'common.ps1']) {
      const script = `$e = $null; [void][Management.Automation.Language.Parser]::ParseFile('${inRepository(`eng/${name}`)}', [ref]$null, [ref]$e); $e | Out-String; exit $e.Count`;
      const { status, stdout } = run(pwsh, ['-NoProfile', '-Command', script]);
      assert.equal(status, 0, stdout);
    }
  });
});

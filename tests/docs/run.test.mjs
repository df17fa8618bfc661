// eng/run.sh --analyze FILE uses the service that runs already, and says why it cannot.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Child } from '../sdk/support/child.mjs';
import { eventually } from '../sdk/support/eventually.mjs';
import { listen } from '../sdk/support/listener.mjs';
import { inRepository, mediaFile } from '../sdk/support/paths.mjs';
import { freePorts } from '../sdk/support/ports.mjs';

const script = inRepository('eng/run.sh');

let folder;
let data;
let port;
let running;
let log;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mediainfo-run-'));
  data = join(folder, 'data of mine');
  log = join(folder, 'run.log');
  await copyFile(mediaFile('rotated.mp4'), join(folder, 'my clip.mp4'));
  await writeFile(join(folder, 'text.txt'), 'hello\n');
  [port] = await freePorts(1);
  running = new Child('run.sh', ['bash', script, '--port', String(port), '--data', data], { log });
  await eventually('the demonstration', () => {
    assert.ok(!running.hasEnded, readFileSync(log, 'utf8'));
    return /^callback:\n\{/m.test(readFileSync(log, 'utf8'));
  }, { seconds: 300 });
});
after(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args) => {
  const { status, stdout, stderr } = spawnSync('bash', [script, ...args], { cwd: folder, encoding: 'utf8', timeout: 240_000 });
  return { status, stdout, stderr };
};

/** The same, while this process answers requests. */
async function runBeside(log, ...args) {
  const child = new Child('run.sh', ['bash', script, ...args], { log });
  await child.ended;
  return { status: child.process.exitCode, stderr: readFileSync(log, 'utf8') };
}

const jobOf = (stdout) => JSON.parse(/^job:\n([\s\S]*?)^callback:$/m.exec(stdout)[1]);
const messageOf = (stdout) => JSON.parse(/^callback:\n(.*)$/m.exec(stdout)[1]);

describe('a service that runs', () => {
  test('is found by its data folder, and analyses the file of the caller', () => {
    const { status, stdout, stderr } = run('--data', 'data of mine', '--analyze', 'my clip.mp4');
    assert.equal(status, 0, stderr);
    assert.equal(jobOf(stdout).State, 'Success');
    assert.equal(decodeURIComponent(jobOf(stdout).Input.Object), 'demo/my clip.mp4');
    assert.equal(messageOf(stdout).JobId, jobOf(stdout).JobId);
    assert.doesNotMatch(stdout, /build|starting/);
  });

  test('is found by its port', () => {
    assert.equal(run('--port', String(port), '--data', data, '--analyze', 'my clip.mp4').status, 0);
  });

  test('lets the command fail for a file that is no media', () => {
    const { status, stdout } = run('--data', data, '--analyze', 'text.txt');
    assert.equal(status, 1);
    assert.equal(jobOf(stdout).State, 'Fail');
  });

  test('is not used with the data folder of another', async () => {
    await mkdir(join(folder, 'other'));
    const { status, stderr } = run('--port', String(port), '--data', 'other', '--analyze', 'my clip.mp4');
    assert.equal(status, 1);
    assert.match(stderr, /^error: the service on 127\.0\.0\.1:\d+ does not keep its data in .*other \(name its folder/);
  });

  test('is not used with an Azurite that is not there', async () => {
    const [free] = await freePorts(1);
    const { status, stderr } = run('--port', String(port), '--azurite-port', String(free), '--analyze', 'my clip.mp4');
    assert.equal(status, 1);
    assert.match(stderr, /^error: there is no Azurite on 127\.0\.0\.1:/);
  });

  test('is named as the reason where another one is to start on its port', () => {
    const { status, stderr } = run('--port', String(port), '--data', 'other');
    assert.equal(status, 1);
    assert.match(stderr, /^error: port in use on 127\.0\.0\.1: \d+ .*--analyze FILE/);
  });
});

for (const [what, answer, reason] of [
  ['another program', 'hello', /is not this service/],
  ['a service that is not ready', '{"status":"unavailable"}', /is not ready/],
]) {
  test(`${what} on the port is told from the service`, async () => {
    const server = await listen((request, response) => response.writeHead(200).end(answer));
    try {
      const args = ['--port', String(server.port), '--data', data, '--analyze', join(folder, 'my clip.mp4')];
      const { status, stderr } = await runBeside(join(folder, `${server.port}.log`), ...args);
      assert.equal(status, 1);
      assert.match(stderr, reason);
    } finally {
      await server.stop();
    }
  });
}

test('a file that cannot be read is named', () => {
  const { status, stderr } = run('--data', data, '--analyze', 'missing.mp4');
  assert.equal(status, 1);
  assert.match(stderr, /^error: cannot read the file to analyse: .*missing\.mp4/);
});

test('the run that was joined goes on, and ends with 0', async () => {
  assert.ok(!running.hasEnded);
  await running.stop();
  assert.equal(running.process.exitCode, 0);
});

import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from './eventually.mjs';

const running = new Set();

// The last resort, if the process ends without running the test hooks. It cannot wait, so it kills at once.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, () => process.exit(code));
}

// Ends the child even if the test runner gets SIGKILL, on systems that support it.
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);
const bound = setpriv ? [setpriv, '--pdeathsig', 'TERM'] : [];

/** A child process with its output in a file. */
export class Child {
  constructor(name, command, { log, env = {} }) {
    this.name = name;
    this.log = log;
    const [program, ...args] = [...bound, ...command];
    const output = openSync(log, 'a');
    this.process = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', output, output] });
    closeSync(output);
    // If a hook fails, nothing stops the child, and it must not keep the test file running; the last resort above ends it then.
    this.process.unref();
    running.add(this.process);
    this.ended = new Promise((resolve) => {
      const end = () => {
        running.delete(this.process);
        this.hasEnded = true;
        resolve();
      };
      this.process.once('exit', end);
      this.process.once('error', end);
    });
  }

  /** Waits for an HTTP response with a suitable status. */
  async answers(url, suits) {
    await eventually(`${this.name} at ${url}`, async () => {
      if (this.hasEnded) {
        throw new Error(`${this.name} ended while it started:\n${this.logEnd()}`);
      }
      const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
      await answer?.arrayBuffer().catch(() => undefined);
      return answer && suits(answer.status);
    }).catch((error) => {
      throw new Error(`${error.message}\n${this.logEnd()}`);
    });
  }

  logEnd() {
    return readFileSync(this.log, 'utf8').split('\n').slice(-30).join('\n');
  }

  async stop() {
    if (this.hasEnded) {
      return;
    }
    this.process.ref();
    this.process.kill('SIGTERM');
    // The timer must not keep the test run alive.
    await Promise.race([this.ended, sleep(20_000, undefined, { ref: false })]);
    if (!this.hasEnded) {
      this.process.kill('SIGKILL');
      await this.ended;
    }
  }
}

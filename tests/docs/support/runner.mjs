import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Child } from '../../sdk/support/child.mjs';
import { eventually } from '../../sdk/support/eventually.mjs';
import { inRepository } from '../../sdk/support/paths.mjs';
import { freePorts } from '../../sdk/support/ports.mjs';
import { inlineCodeOf } from './fences.mjs';
import { checkInstalled, installArguments } from './npm.mjs';
import { assertShows, jsonOf, valuesOf } from './outputs.mjs';
import { Place } from './place.mjs';
import { filesOf, statementsOf } from './statements.mjs';

const ofRepository = /(?:^|\s)(eng|src|tests|bench)\//;

/** Runs the snippets of one page, in order. What one has written, the next ones may use. */
export class Runner {
  #place;
  #values;
  #output;

  async close() {
    await this.#place?.close();
  }

  /** A snippet in bash. Statements that cannot run here are left out; the files that they name must be there. */
  async bash(fence, root) {
    const statements = statementsOf(root);
    const named = statements.filter(({ what }) => what !== 'elsewhere').flatMap(({ text }) => filesOf(text));
    assert.deepEqual(named.filter((file) => !existsSync(inRepository(file))), [], 'there are no such files');
    const { status, stderr } = spawnSync('bash', ['-n', '-c', fence.text], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const here = statements.filter(({ what }) => what === 'run' || what === 'serve');
    if (here.length > 0) {
      await this.#open();
    }
    let batch = [];
    for (const { text, what } of here) {
      // A statement with a placeholder needs what those before it wrote.
      if (what === 'serve' || placeholders(text).length > 0) {
        await this.#runBatch(batch);
        batch = [];
      }
      await (what === 'serve' ? this.#serve(text) : batch.push(text));
    }
    await this.#runBatch(batch);
  }

  /** A snippet for Node: installed and run as the text before it says, in an empty folder. */
  async js(fence) {
    const [, name] = /^\/\/ ([\w-]+\.mjs)\n/.exec(fence.text) ?? assert.fail('the first line names the file');
    const said = inlineCodeOf(fence.before);
    const install = said.find((code) => code.startsWith('npm install ')) ?? assert.fail('the text before has no install line');
    const start = said.find((code) => code.startsWith(`node ${name}`));
    assert.ok(start, `the text before does not say: node ${name}`);
    await this.#open();
    const cwd = await this.#place.emptyFolder();
    await this.#place.run('npm', ['install', ...installArguments(install)], { cwd });
    checkInstalled(install, fence.text, cwd);
    await writeFile(join(cwd, name), await this.#place.own(fence.text));
    const args = (await this.#filled(start)).split(' ').slice(1);
    this.#keep(await this.#place.run('node', args, { cwd, text: fence.text }));
    assert.notEqual(jsonOf(this.#output), undefined, `it printed no JSON: ${this.#output}`);
  }

  /** Settings, with which the service starts again; or what the snippet before printed. */
  async json(fence) {
    const shown = JSON.parse(fence.text);
    const names = Object.keys(shown);
    if (names.length > 0 && names.every((name) => name.startsWith('MediaInfo__'))) {
      await this.#open();
      await this.#place.restart(shown);
    } else {
      assert.ok(this.#output !== undefined, 'no snippet before this one ran');
      assertShows(shown, jsonOf(this.#output));
    }
  }

  async #open() {
    if (!this.#place) {
      this.#place = await Place.open();
      this.#values = valuesOf(this.#place.job);
    }
  }

  async #runBatch(texts) {
    if (texts.length === 0) {
      return;
    }
    const printed = texts.join('\n');
    let script = await this.#filled(printed);
    const env = /\$delivery\b/.test(script) ? await this.#place.posted() : {};
    if (/^bash eng\/run\.sh\b/m.test(script)) {
      // What it joins is the service of the place.
      const itsOwn = `--port ${this.#place.port} --data '${this.#place.data}'`;
      script = script.replace(/^bash eng\/run\.sh\b.*/gm, (line) => `${line.replace(/ +#.*/, '')} ${itsOwn}`);
    }
    if (/^dotnet publish\b/m.test(script)) {
      // Beside the builds of the repository, which other tests use. The feeds are in the home.
      script = script.replace(/^dotnet publish\b.*/gm, (line) => `${line} --artifacts-path '${this.#place.at('artifacts')}'`);
      env.HOME = process.env.HOME;
    }
    const inClone = ofRepository.test(printed);
    const cwd = inClone ? inRepository('.') : this.#place.at('work');
    if (!inClone) {
      await this.#place.give(printed);
    }
    this.#keep(await this.#place.run('bash', ['-euo', 'pipefail', '-c', script], { cwd, text: printed, env }));
    if (env.signature) {
      assert.equal(this.#output.trim().split(/\s+/).at(-1), env.signature.replace('sha256=', ''));
    }
  }

  /** Starts what keeps running, waits until it serves, and stops it as Ctrl-C does. */
  async #serve(text) {
    const [port] = await freePorts(1);
    const isRun = text.includes('bash eng/run.sh');
    const own = await this.#filled(text);
    const command = isRun ? `${own} --port ${port} --data '${this.#place.at(`run-${port}`)}'` : own;
    const log = this.#place.at(`serving-${port}.log`);
    const env = {
      ...(await this.#place.env(text)),
      MediaInfo__Storage__Local__Directory: this.#place.at(`data-${port}`),
      AzureWebJobsStorage: '',
      // A build finds its feeds in the home.
      ...(isRun && { HOME: process.env.HOME }),
    };
    const alone = `cd '${inRepository('.')}' && ${command.replace(/(?=bash eng|mediainfo serve)/, 'exec ')}`;
    const child = new Child(text, ['bash', '-c', alone], { log, env });
    try {
      const ready = isRun ? /^callback:\n\{/m : /Now listening on/;
      await eventually(`${text} serves`, () => {
        assert.ok(!child.hasEnded, `${text} ended:\n${child.logEnd()}`);
        return ready.test(readFileSync(log, 'utf8'));
      }, { seconds: 300 });
    } finally {
      await child.stop();
    }
    // eng/run.sh ends with 143 if it is stopped before its demonstration has quite ended.
    assert.ok([0, ...(isRun ? [143] : [])].includes(child.process.exitCode), child.logEnd());
    this.#keep(readFileSync(log, 'utf8'));
  }

  #keep(output) {
    this.#output = output;
    Object.assign(this.#values, valuesOf(jsonOf(output)));
  }

  async #filled(text) {
    if (text.includes('{sas}')) {
      this.#values.sas = await this.#place.sas();
    }
    const own = await this.#place.own(text);
    return own.replace(placeholder, (word, name) => {
      assert.ok(name in this.#values, `no snippet before this one printed a value of ${word}`);
      return this.#values[name];
    });
  }
}

// Not an expansion of the shell, and not JSON.
const placeholder = /(?<!\$)\{([A-Za-z]+)\}/g;
const placeholders = (text) => text.match(placeholder) ?? [];

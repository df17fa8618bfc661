// The examples of the costs page follow from its formula, its prices and what was measured.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { read } from './support/repository.mjs';

const page = read('docs/costs.md');
const price = Object.fromEntries([...page.matchAll(/^\| ([A-Z]) \| [^|]+ \| ([\d.]+) \|$/gm)].map(([, letter, value]) => [letter, Number(value)]));
const minutes = 30 * 24 * 60;
const rest = Object.fromEntries([...page.matchAll(/^\| `(small|large)` \| (\d+) \|/gm)].map(([, profile, count]) => [profile, Number(count)]));
const [, together, oneByOne] = /adds (\d+) a job when many jobs\s+run at once, and (\d+) a job/.exec(page).map(Number);
const [, rate] = /^\| jobs a second, 100 at once \| >= 10 \| ([\d.]+) \|/m.exec(read('bench/RESULTS.md')).map(Number);

function month(jobs, profile, isTogether) {
  const { W, R, Q, G, X } = price;
  const durable = isTogether ? together : oneByOne;
  const seconds = isTogether ? (2 * 2) / rate : 4;
  const storage = (jobs / 10_000) * (5 * W + 2 * R + (4 + durable) * Q) + (minutes * rest[profile] / 10_000) * Q;
  const executions = ((5 * jobs + minutes) / 10_000) * X;
  const instances = (seconds * jobs + 2 * minutes) * G;
  return [storage, executions, instances, storage + executions + instances].map((sum) => sum.toFixed(2));
}

const row = (name) => new RegExp(`^\\| ${name} \\| (.+) \\|$`, 'm').exec(page)[1].split(' | ');

describe('a month on the costs page', () => {
  test('has a price for every letter of the formula', () => {
    assert.deepEqual(Object.keys(price).sort(), ['E', 'G', 'L', 'Q', 'R', 'W', 'X', 'Z']);
  });

  for (const [name, ...what] of [
    ['idle, `small`', 0, 'small', false],
    ['idle, `large`', 0, 'large', false],
    ['100,000 jobs one by one, `small`', 100_000, 'small', false],
    ['1,000,000 jobs together, `large`', 1_000_000, 'large', true],
  ]) {
    test(`costs what the formula says: ${name}`, () => assert.deepEqual(row(name), month(...what)));
  }

  test('counts the blobs and queue operations of a job as the table of the Functions app does', () => {
    const [, writes, reads, queues] = /## Functions app[\s\S]*?\| together \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|/.exec(page);
    assert.deepEqual([writes, reads, queues], ['5,000', '2,000', '4,000']);
  });

  test('with a private network or full logs costs more', () => {
    assert.match(page, new RegExp(`which is ${(5 * 720 * price.E + 4 * price.Z).toFixed(2).replace('.', '\\.')} a month`));
    assert.match(page, new RegExp(`: ${(30 * 2 * price.L).toFixed(2).replace('.', '\\.')} with 2 GB a day`));
  });
});

// Measures the app in the real Functions host, alone and beside a second host, and its peers in the same run; prints one table.
// usage: see eng/measure-func.sh, which builds what this starts.
import { parseArgs } from 'node:util';
import { recovery } from './func/crash.mjs';
import { kinds } from './func/hosts.mjs';
import { order } from './func/priorities.mjs';
import { ffprobeAlone, speed } from './func/speed.mjs';
import { transactions } from './func/transactions.mjs';
import { machine } from './machine.mjs';
import { functionsTitle, saveSection } from './results.mjs';

const peer = 'ffprobe';

const parts = {
  transactions: { measure: transactions, on: Object.keys(kinds) },
  speed: { measure: (kind, size) => (kind === peer ? ffprobeAlone(size) : speed(kind, size)), on: [...Object.keys(kinds), peer] },
  crash: { measure: recovery, on: Object.keys(kinds) },
  priorities: { measure: order, on: Object.keys(kinds) },
};

const rows = [
  ['transactions', 'job', 'storage transactions a job, all that it causes', '<= 30'],
  ['transactions', 'many', 'the same with 100 jobs at once', '<= 30'],
  ['transactions', 'own', 'of these ours, one after the other / at once', '<= 10'],
  ['speed', 'asynchronous', 'one asynchronous job at rest, submit to Success, s, p50 / p95', '0.2 / 0.4'],
  ['speed', 'synchronous', 'one call to MPS with Async=false, s, p50 / p95', '0.09 / 0.2'],
  ['speed', 'extracts', 'one call to MPC with sync=1, s, p50 / p95', '0.09 / 0.2'],
  ['speed', 'rate', 'jobs a second, {jobs} at once', '>= 10'],
  ['speed', 'processor', 'processor time a job, s, with its ffprobes', '<= 0.09'],
  ['transactions', 'idle', 'transactions a minute of an idle app', '<= 100'],
  ['crash', 'time', 'kill -9 of a host and its worker with 40 jobs under way, until the last has ended', '<= 90 s'],
  ['priorities', 'order', 'pairs of a backlog of 200 that began in the wrong order of bands', '0'],
];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: Object.keys(parts) },
    on: { type: 'string', multiple: true, default: [...Object.keys(kinds), peer] },
    jobs: { type: 'string' },
    idle: { type: 'string', default: '60' },
    save: { type: 'boolean', default: false },
  },
});
known('--only', options.only, Object.keys(parts));
known('--on', options.on, [...Object.keys(kinds), peer]);
const sizes = { transactions: { jobs: Number(options.jobs ?? 30), idle: Number(options.idle) }, speed: { jobs: Number(options.jobs ?? 100) } };

function known(option, names, all) {
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`${option}: there is no ${unknown.join(', ')}; there are ${all.join(', ')}`);
  }
}

const found = {};
for (const name of options.only) {
  const { measure, on } = parts[name];
  for (const kind of on.filter((one) => options.on.includes(one))) {
    console.log(`measure: ${name}, ${kind}`);
    try {
      found[kind] = { ...found[kind], ...await measure(kind, sizes[name]) };
    } catch (error) {
      // The other figures are still worth having; the exit code says that some are missing.
      console.error(`error: ${name}, ${error.message}`);
      found[kind] = { ...found[kind], ...Object.fromEntries(rows.filter(([part]) => part === name).map(([, row]) => [row, 'failed'])) };
      process.exitCode = 1;
    }
  }
}

const columns = [...Object.keys(kinds), peer].filter((kind) => options.on.includes(kind));
const table = [
  `| measure | target | ${columns.map((kind) => (kind === peer ? 'bare ffprobe' : kind)).join(' | ')} |`,
  `|---|--:|${columns.map(() => '--:').join('|')}|`,
  ...rows.filter(([part]) => options.only.includes(part)).map(([, row, title, target]) => (
    `| ${[title.replace('{jobs}', sizes.speed.jobs), target, ...columns.map((kind) => found[kind]?.[row] ?? '')].join(' | ')} |`)),
].join('\n');
const text = `Written by \`bash eng/measure-func.sh --save\` on ${machine}.
Every job reads the same clip of a few kilobytes. One host has the scale profile \`small\`, two have \`large\`. Two hosts share
the cores of the one machine. The transactions and the processor time of an idle app in the same time are subtracted from those of
the jobs. At rest, a call follows 0.1 s after the last one.`;
console.log(`\n## ${functionsTitle}\n\n${text}\n\n${table}`);
if (options.save) {
  saveSection(functionsTitle, `${text}\n\n${table}`);
}

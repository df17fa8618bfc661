// Compares the service's descriptions with ffprobe's own JSON; see compare.sh.
// usage: node eng/compare.mjs MEDIA_FOLDER JSON_FOLDER, with MediaInfo.Standalone built.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import RPCClient from '@alicloud/pop-core';
import { inParallel } from '../bench/measure.mjs';
import { jobsBy } from '../tests/sdk/support/mps.mjs';
import { local, mpsClients } from '../tests/sdk/support/mps-clients.mjs';
import { startService } from '../tests/sdk/support/service.mjs';
import { disagreements, isMedia } from './compare-fields.mjs';

const [mediaFolder, jsonFolder] = process.argv.slice(2);
const width = 8;
let compared = 0;
let found = 0;

// Keeps a name on one line, whatever characters it contains.
const shown = (name) => (/[\p{Cc}]/u.test(name) ? JSON.stringify(name) : name);
const tell = (file, text) => console.log(`${shown(file)}: ${text}`);
const disagree = (file, text) => {
  found++;
  tell(file, text);
};

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

const media = await filesIn(mediaFolder);
const reports = new Set(await filesIn(jsonFolder));
const withoutExtension = (file) => file.slice(0, file.length - extname(file).length);
const jsonOf = (file) => [`${file}.json`, `${withoutExtension(file)}.json`].find((name) => name !== file && reports.has(name));
const toCompare = media.filter(jsonOf);
const service = await startService();
try {
  const uploaded = new Set();
  await inParallel(media, width, async (file) => {
    try {
      await service.bucket.uploadFile(file, join(mediaFolder, file));
      uploaded.add(file);
    } catch (error) {
      disagree(file, `upload: ${error.message}`);
    }
  });
  const call = mpsClients[0].create(service.endpoint).call;
  const own = new RPCClient({ endpoint: service.endpoint, apiVersion: '2026-01-01', ...local });
  const jobs = jobsBy(call);
  await inParallel(toCompare.filter((file) => uploaded.has(file)), width, async (file) => {
    compared++;
    try {
      await compare(file, jobs, own);
    } catch (error) {
      disagree(file, `pipeline: ${String(error.message).replace(/, URL: .*/s, '')}`);
    }
  });
} finally {
  await service.stop();
}

for (const file of media.filter((name) => !jsonOf(name) && !reports.has(name))) {
  tell(file, 'no JSON to compare with');
}
console.log(`${compared} files, ${found} disagreements`);
process.exitCode = found > 0 || compared === 0 ? 1 : 0;

async function compare(file, jobs, own) {
  const text = await readFile(join(jsonFolder, jsonOf(file)), 'utf8');
  const expected = parsed(text);
  const job = await jobs.analyse(file);
  if (job.State !== 'Success' || !isMedia(expected)) {
    if ((job.State === 'Success') === isMedia(expected) || (job.State === 'Success' && (await isExplained(job, own)))) {
      return;
    }
    const ours = job.State === 'Success' ? job.State : `${job.State} (${job.Code}: ${job.Reason})`;
    disagree(file, `State: ours ${ours}, ffprobe ${isMedia(expected) ? `${expected.streams.length} streams` : 'nothing'}`);
    return;
  }

  const { Description } = await reportOf(job, own);
  for (const { field, ours, ffprobe } of disagreements(Description, expected)) {
    disagree(file, `${field}: ours ${JSON.stringify(ours)}, ffprobe ${JSON.stringify(ffprobe)}`);
  }
}

// If ffprobe refuses a file, its JSON breaks off.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function reportOf(job, own) {
  return own.request('GetProbeReport', { JobId: job.JobId }, { method: 'POST', timeout: 60_000 });
}

// ffprobe refuses the file, and rules say what describes it instead.
async function isExplained(job, own) {
  const { Description } = await reportOf(job, own);
  return (Description.corrections ?? []).some(({ rule }) => /^(Refused|Unreadable|Encrypted)/.test(rule));
}

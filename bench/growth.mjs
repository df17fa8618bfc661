import { BlobServiceClient } from '@azure/storage-blob';
import { mediaFile } from '../tests/sdk/support/paths.mjs';
import { startService } from '../tests/sdk/support/service.mjs';
import { eventually } from '../tests/sdk/support/eventually.mjs';
import { Connection } from './connection.mjs';
import { fixed, inParallel, median, time } from './measure.mjs';
import { everyObject } from './settings.mjs';
import { getTarget, listTarget, submitTarget } from './signed-requests.mjs';

const sizes = (process.env.BENCH_GROWTH ?? '1000,10000,100000').split(',').map(Number);
const rounds = Number(process.env.BENCH_ROUNDS ?? 50);
const container = 'mediainfo-jobs';
const page = 20;

/** What a request costs as the number of stored jobs grows. */
export async function growth() {
  const service = await startService({ settings: everyObject });
  try {
    await service.bucket.uploadFile('clip.mp4', mediaFile('sample.mp4'));
    const jobs = await Stored.from(service);
    const rows = [];
    for (const size of sizes) {
      await jobs.fillUpTo(size);
      rows.push(await measure(service.endpoint, jobs));
    }
    return table(rows);
  } finally {
    await service.stop();
  }
}

/** Copies of one finished job, each with its own id, older than the previous one. */
class Stored {
  static async from({ connectionString, endpoint }) {
    const connection = await Connection.to(endpoint);
    const id = JSON.parse(await answerTo(connection, submitTarget('clip.mp4'))).MediaInfoJob.JobId;
    await eventually('end of the job', async () => JSON.parse(await answerTo(connection, getTarget(id))).MediaInfoJob.Status === 'Success');
    connection.close();
    const blobs = BlobServiceClient.fromConnectionString(connectionString).getContainerClient(container);
    for await (const blob of blobs.listBlobsFlat({ includeMetadata: true })) {
      if (blob.name.endsWith(`/${id}.json`)) {
        const text = (await blobs.getBlobClient(blob.name).downloadToBuffer()).toString();
        return new Stored(blobs, id, blob, text);
      }
    }
    throw new Error(`No document of job ${id} in ${container}`);
  }

  constructor(blobs, id, { name, metadata }, text) {
    Object.assign(this, { blobs, id, metadata, text, folder: name.slice(0, name.lastIndexOf('/') + 1), ids: [id] });
  }

  async fillUpTo(count) {
    const step = 0x1_0000_0000_0000_0000n;
    const first = BigInt(`0x${this.id}`);
    const more = Array.from({ length: count - this.ids.length }, (_, i) => (first + BigInt(this.ids.length + i) * step).toString(16).padStart(32, '0'));
    await inParallel(more, 16, (id) => this.put(`${id}.json`, this.text.replaceAll(this.id, id)));
    this.ids.push(...more);
  }

  put(name, text) {
    return this.blobs.getBlockBlobClient(this.folder + name).upload(text, Buffer.byteLength(text), { metadata: this.metadata });
  }

  get(id) {
    return this.blobs.getBlobClient(`${this.folder}${id}.json`).downloadToBuffer();
  }

  async list() {
    for await (const _ of this.blobs.listBlobsFlat({ prefix: this.folder, includeMetadata: true }).byPage({ maxPageSize: page })) {
      return;
    }
  }

  any() {
    return this.ids[Math.floor(Math.random() * this.ids.length)];
  }
}

async function answerTo(connection, target) {
  const { status, body } = await connection.get(target);
  if (status !== 200) {
    throw new Error(`${status} ${body}`);
  }
  return body;
}

// Uses its own connection, because one that is idle while the store is filled would be closed.
async function measure(endpoint, jobs) {
  const connection = await Connection.to(endpoint);
  const pairs = {
    'submit': [() => answerTo(connection, submitTarget('clip.mp4')), (i) => jobs.put(`zz-peer/${jobs.ids.length}-${i}.json`, jobs.text)],
    'query by id': [() => answerTo(connection, getTarget(jobs.any())), () => jobs.get(jobs.any())],
    'first page of a list': [() => answerTo(connection, listTarget()), () => jobs.list()],
  };
  const costs = {};
  for (const [name, [own, peer]] of Object.entries(pairs)) {
    const [ours, theirs] = [[], []];
    for (let i = 0; i < rounds; i++) {
      theirs.push(await time(() => peer(i)));
      ours.push(await time(() => own()));
    }
    costs[name] = { own: median(ours), peer: median(theirs) };
  }
  connection.close();
  return costs;
}

function table(rows) {
  const cell = ({ own, peer }) => `${fixed(own)} / ${fixed(peer)}`;
  const grown = (name, who) => fixed(rows.at(-1)[name][who] / rows[0][name][who], 2);
  return [
    `| request, service / emulator alone | ${sizes.join(' | ')} | last : first |`,
    `|---|${sizes.map(() => '--:').join('|')}|--:|`,
    ...Object.keys(rows[0]).map((name) => `| ${name} | ${rows.map((row) => cell(row[name])).join(' | ')} | ${grown(name, 'own')} / ${grown(name, 'peer')} |`),
  ];
}

import { difference } from './answers.mjs';
import { objects } from './objects/objects.mjs';
import { startService } from '../tests/sdk/support/service.mjs';
import { mpsClients } from '../tests/sdk/support/mps-clients.mjs';
import { inputOf } from '../tests/sdk/support/mps.mjs';
import { mediaFile } from '../tests/sdk/support/paths.mjs';
import { PlainFfprobe } from './peer.mjs';
import { SlowStorage } from './slow-storage.mjs';
import { percentile, time } from './measure.mjs';
import { everyObject } from './settings.mjs';

const rounds = Number(process.env.BENCH_READING_ROUNDS ?? 5);

// Until the runtime has compiled the code that every job runs, it hangs up late and more bytes arrive.
const warmUps = 40;
const only = process.env.BENCH_READING_ONLY ?? '';
const bucketName = 'example-bucket';

export async function measure(storage, task) {
  storage.reset();
  let answer;
  const ms = await time(async () => { answer = await task(); });
  // Bytes still on their way to a reader that hung up count as sent.
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  return { ...storage.count(), ms, answer };
}

export async function median(task) {
  const taken = [];
  for (let i = 0; i < rounds; i++) {
    taken.push(await task());
  }
  const of = (name) => percentile(taken.map((one) => one[name]).sort((a, b) => a - b), 0.5);
  return { requests: of('requests'), serial: of('serial'), bytes: of('bytes'), connections: of('connections'), ms: of('ms'), answer: taken[0].answer };
}

export const cells = ({ requests, serial, bytes, ms }) => `${requests} / ${serial} / ${(bytes / 1e6).toFixed(2)} / ${ms.toFixed(0)}`;
export const ratios = (own, plain) => ['serial', 'bytes', 'ms'].map((name) => (own[name] / plain[name]).toFixed(2)).join(' / ');

/** Reads large objects of many kinds from storage 20 ms away, by the service and by plain ffprobe; returns table rows. */
export async function reading(folder) {
  let storage;
  const service = await startService({
    settings: everyObject,
    storage: async (connectionString) => {
      storage = await SlowStorage.before(connectionString, bucketName);
      return storage.connectionString;
    },
  });
  const lines = [
    '| object | plain: requests / in series / MB / ms | service: requests / in series / MB / ms | service : plain, in series / bytes / ms | same answer |',
    '|---|--:|--:|--:|---|',
  ];
  try {
    const plain = await PlainFfprobe.in(folder, service.bucket, storage.authority);
    const client = mpsClients[0].create(service.endpoint);
    await service.bucket.container.setAccessPolicy('blob');
    await service.bucket.uploadFile('warm.mp4', mediaFile('sample.mp4'));
    for (let i = 0; i < warmUps; i++) {
      await client.call('SubmitMediaInfoJob', { Input: inputOf('warm.mp4'), Async: 'false' });
    }
    for (const { name, key, files } of objects()) {
      if (!name.includes(only)) {
        continue;
      }
      for (const [file, content] of files()) {
        await service.bucket.container.getBlockBlobClient(file).uploadData(content);
      }
      const own = () => client.call('SubmitMediaInfoJob', { Input: inputOf(key), Async: 'false' });
      await own();
      await own();
      const theirs = await median(() => measure(storage, () => plain.probe(key)));
      const ours = await median(() => measure(storage, own));
      const { Properties, Message } = ours.answer.MediaInfoJob;
      const differs = Properties ? difference(JSON.parse(theirs.answer), Properties) : Message;
      lines.push(`| ${name} | ${cells(theirs)} | ${cells(ours)} | ${ratios(ours, theirs)} | ${differs ? `no: ${differs}` : 'yes'} |`);
    }
    return lines;
  } finally {
    await service.stop();
    await storage?.stop();
  }
}

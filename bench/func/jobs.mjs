import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { eventually } from '../../tests/sdk/support/eventually.mjs';
import { MpcClient } from '../../tests/sdk/support/mpc-client.mjs';
import { inputOf } from '../../tests/sdk/support/mps.mjs';
import { analyseTarget, queryTarget, signedTarget } from '../signed-requests.mjs';

export const bucket = 'example-bucket';
export const clip = 'sample.mp4';

const patience = 300;

/** Jobs of one stage, submitted to its hosts in turn. Ends are read from storage itself, which costs the service nothing. */
export class Jobs {
  #turn = 0;
  #told = new Map();

  constructor({ hosts, connectionString }) {
    this.hosts = hosts;
    this.queue = QueueServiceClient.fromConnectionString(connectionString).getQueueClient('mediainfo-callbacks');
    this.blobs = BlobServiceClient.fromConnectionString(connectionString);
  }

  /** Submits an asynchronous job to MPS; returns its id. */
  async submit(key = clip) {
    const { MediaInfoJob } = await this.call(signedTarget('2014-06-18', 'SubmitMediaInfoJob', { Input: inputOf(key), Async: 'true' }));
    return MediaInfoJob.JobId;
  }

  /** Submits a job with a priority to IMS; returns its id. */
  async submitWith(priority, key = clip) {
    const Input = JSON.stringify({ Type: 'OSS', Media: `oss://${bucket}/${key}` });
    const target = signedTarget('2020-11-09', 'SubmitMediaInfoJob', { Input, ScheduleConfig: JSON.stringify({ Priority: priority }) });
    return (await this.call(target)).MediaInfoJob.JobId;
  }

  async state(id) {
    return (await this.call(queryTarget([id]))).MediaInfoJobList.MediaInfoJob[0].State;
  }

  /** One call to MPS that waits for the result. */
  async analyse() {
    const { MediaInfoJob } = await this.call(analyseTarget(clip));
    check(MediaInfoJob.State === 'Success', JSON.stringify(MediaInfoJob));
  }

  /** The same to MPC, by its own client, because its signature covers the body. */
  async extract() {
    this.mpc ??= new MpcClient(this.hosts[0].endpoint);
    const task = await this.mpc.create({ input: { bucket, location: 'region01', object: clip }, sync: 1 });
    check(task.status === 'SUCCEED' && task.metadata, JSON.stringify(task));
  }

  /** Waits until each job's message has arrived; returns how many came of each. */
  async told(ids, { seconds = patience, every = 25 } = {}) {
    await eventually(`messages of ${ids.length} jobs`, async () => {
      await this.#drain();
      return ids.every((id) => this.#told.has(id));
    }, { seconds, every });
    return ids.map((id) => this.#told.get(id));
  }

  /** Messages of the jobs so far. */
  async messagesOf(ids) {
    await this.#drain();
    return ids.map((id) => this.#told.get(id) ?? 0);
  }

  /** The documents of all jobs by id, and the number of result parts of each. */
  async documents() {
    const jobs = new Map();
    const container = this.blobs.getContainerClient('mediainfo-jobs');
    for await (const { name } of container.listBlobsFlat()) {
      const document = JSON.parse(await container.getBlobClient(name).downloadToBuffer());
      jobs.set(name.slice(name.lastIndexOf('/') + 1, -'.json'.length), document);
    }
    return jobs;
  }

  async results() {
    const parts = new Map();
    for await (const { name } of this.blobs.getContainerClient('mediainfo-results').listBlobsFlat()) {
      const id = name.split('/')[1];
      parts.set(id, (parts.get(id) ?? 0) + 1);
    }
    return parts;
  }

  async call(target) {
    const { endpoint } = this.hosts[this.#turn++ % this.hosts.length];
    const answer = await fetch(endpoint + target, { signal: AbortSignal.timeout(120_000) });
    const body = await answer.text();
    check(answer.status === 200, `${answer.status} ${body}`);
    return JSON.parse(body);
  }

  async #drain() {
    for (;;) {
      const received = await this.#receive();
      await Promise.all(received.map(async ({ messageText, messageId, popReceipt }) => {
        const body = JSON.parse(messageText);
        const id = body.JobId ?? body.jobId ?? body.parse_info?.task_id;
        this.#told.set(id, (this.#told.get(id) ?? 0) + 1);
        await this.queue.deleteMessage(messageId, popReceipt);
      }));
      if (received.length < 32) {
        return;
      }
    }
  }

  async #receive() {
    try {
      return (await this.queue.receiveMessages({ numberOfMessages: 32 })).receivedMessageItems;
    } catch (error) {
      // The service creates the queue with the first message.
      if (error.statusCode === 404) {
        return [];
      }
      throw error;
    }
  }
}

export function check(holds, problem) {
  if (!holds) {
    throw new Error(problem);
  }
}

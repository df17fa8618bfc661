// What a user of the service does: upload, submit, query, read the notification. eng/demo.mjs and eng/smoke.mjs use it.
import RPCClient from '@alicloud/pop-core';
import { eventually } from './eventually.mjs';

/** The service creates a queue with the first message for it. */
function noQueueYet(error) {
  if (error.statusCode === 404) {
    return { receivedMessageItems: [] };
  }
  throw error;
}

/** One object of a bucket and the jobs for it, with the storage clients of the user and the service's key. */
export class Caller {
  #client;

  /** `seconds` is how long a job, or its message, may take. */
  constructor({ endpoint, accessKeyId, accessKeySecret, location, container, key, queue, seconds = 180 }) {
    Object.assign(this, { location, container, key, queue, seconds });
    const opts = { method: 'POST', timeout: 60_000 };
    this.#client = new RPCClient({ endpoint, apiVersion: '2014-06-18', accessKeyId, accessKeySecret, opts });
  }

  async upload(file) {
    await this.container.createIfNotExists();
    await this.container.getBlockBlobClient(this.key).uploadFile(file);
  }

  async remove() {
    await this.container.getBlockBlobClient(this.key).deleteIfExists();
  }

  /** Submits the object and returns the id of the job. */
  async submit(userData) {
    const input = { Bucket: this.container.containerName, Location: this.location, Object: encodeURIComponent(this.key) };
    const params = { Input: JSON.stringify(input), UserData: userData, Async: true };
    return (await this.#client.request('SubmitMediaInfoJob', params)).MediaInfoJob.JobId;
  }

  /** The job when it has ended, in whatever way. */
  finished(id) {
    return eventually('end of the job', async () => {
      const { MediaInfoJobList } = await this.#client.request('QueryMediaInfoJobList', { MediaInfoJobIds: id });
      const [job] = MediaInfoJobList.MediaInfoJob;
      return job.State !== 'Analyzing' && job;
    }, { seconds: this.seconds });
  }

  /** Takes the job's completion message from the queue and returns its text. */
  message(id) {
    return eventually('completion message', async () => {
      // Messages of other jobs reappear after the visibility timeout; hiding them briefly is the only way to see past the first 32.
      const { receivedMessageItems } = await this.queue.receiveMessages({ numberOfMessages: 32, visibilityTimeout: 5 }).catch(noQueueYet);
      const mine = receivedMessageItems.find((message) => message.messageText.includes(id));
      if (mine) {
        await this.queue.deleteMessage(mine.messageId, mine.popReceipt);
      }
      return mine?.messageText;
    }, { seconds: this.seconds });
  }
}

/** An error in one line. The messages of the vendor's client contain the URL, which carries a signature. */
export const lineOf = (error) => String(error.message).replace(/, URL: .*/s, '').split('\n')[0];

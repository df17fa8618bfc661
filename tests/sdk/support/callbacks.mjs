import { QueueServiceClient } from '@azure/storage-queue';
import { eventually } from './eventually.mjs';

/** Drains the callback queue and keeps the messages by job, so that any test can read them later. */
export class Callbacks {
  #byJob = new Map();

  constructor(connectionString, queue = 'mediainfo-callbacks') {
    this.queue = QueueServiceClient.fromConnectionString(connectionString).getQueueClient(queue);
  }

  async of(jobId) {
    return eventually(`callback of ${jobId}`, async () => {
      await this.#drain();
      return this.#byJob.get(jobId);
    });
  }

  /** Whether the job's message has arrived yet. */
  async has(jobId) {
    await this.#drain();
    return this.#byJob.has(jobId);
  }

  async #drain() {
    for (const message of await this.#receive()) {
      const body = JSON.parse(message.messageText);
      this.#byJob.set(body.JobId ?? body.parse_info?.task_id, body);
      await this.queue.deleteMessage(message.messageId, message.popReceipt);
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

import { ApiError } from '../../api/ApiError.ts';
import { getJob, listJobs } from '../shared/calls.ts';
import type { CallOptions } from '../../api/client.ts';
import type { Happening, Job } from '../shared/job.ts';

/** What was told of a job's end, by the newest event of its message. */
export interface Delivery {
  readonly job: Job;
  readonly last: Happening;
  readonly attempts: number;
  readonly outcome: 'delivered' | 'pending' | 'givenUp';
}

const outcomes: Readonly<Record<string, Delivery['outcome']>> = {
  CallbackDelivered: 'delivered', CallbackAttempted: 'pending', CallbackGivenUp: 'givenUp',
};

/** undefined for a job of whose message nothing is known. */
export function deliveryOf(job: Job): Delivery | undefined {
  const told = (job.Story ?? []).filter(({ Event: event }) => event in outcomes);
  const last = told[told.length - 1];
  const outcome = last && outcomes[last.Event];
  return last && outcome ? { job, last, attempts: told.length, outcome } : undefined;
}

/** Each job is asked for by itself, so only the newest are. */
const looked = 15;

export async function recentDeliveries(options: CallOptions): Promise<Delivery[]> {
  const { Jobs } = await listJobs({ State: 'Succeeded,Failed', MaxResults: String(looked) }, options);
  const jobs = await Promise.all(Jobs.map((job) => getJob(job.JobId, options).catch((error: unknown) => {
    // It may have been removed meanwhile.
    if (error instanceof ApiError && error.status === 404) {
      return undefined;
    }
    throw error;
  })));
  return jobs.flatMap((job) => (job && deliveryOf(job)) ?? []);
}

import { ApiError } from '../../api/ApiError.ts';
import { getJob, listJobs } from '../shared/calls.ts';
import type { CallOptions } from '../../api/client.ts';
import type { Happening, Job, JobSummary } from '../shared/job.ts';

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

async function deliveriesOf(jobs: readonly JobSummary[], options: CallOptions): Promise<Delivery[]> {
  const found = await Promise.all(jobs.map((job) => getJob(job.JobId, options).catch((error: unknown) => {
    // It may have been removed meanwhile.
    if (error instanceof ApiError && error.status === 404) {
      return undefined;
    }
    throw error;
  })));
  return found.flatMap((job) => (job && deliveryOf(job)) ?? []);
}

/** Each job is asked for by itself, so only the newest are. */
const looked = 15;

export async function recentDeliveries(options: CallOptions): Promise<Delivery[]> {
  const { Jobs } = await listJobs({ State: 'Succeeded,Failed', MaxResults: String(looked) }, options);
  return deliveriesOf(Jobs, options);
}

export interface Errors {
  readonly deliveries: readonly Delivery[];
  /** Where a further search begins; undefined if every job was looked at. */
  readonly token: string | undefined;
}

/** Each call looks at 400 jobs at most. */
const mostCalls = 5;

/** The newest messages that were not delivered, however many others were since: those behind a token, or the first. */
export async function failedDeliveries(options: CallOptions, from?: string): Promise<Errors> {
  const found: JobSummary[] = [];
  let token = from;
  for (let call = 0; call < mostCalls && found.length < looked; call += 1) {
    const query = { Message: 'Attempted,GivenUp', MaxResults: String(looked - found.length) };
    const answer = await listJobs({ ...query, ...(token === undefined ? {} : { NextToken: token }) }, options);
    found.push(...answer.Jobs);
    token = answer.NextToken;
    if (token === undefined) {
      break;
    }
  }
  return { deliveries: await deliveriesOf(found, options), token };
}

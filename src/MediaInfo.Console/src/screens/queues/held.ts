import type { CallOptions } from '../../api/client.ts';
import { listJobs } from '../shared/calls.ts';
import type { JobSummary } from '../shared/job.ts';
import { listPipelines, type Pipeline } from './pipelines.ts';

/** What the account's pipelines hold. */
export interface Held {
  readonly pipelines: readonly Pipeline[];
  /** Jobs that have not ended, newest first. */
  readonly open: readonly JobSummary[];
  /** Whether there are more of those than were counted. */
  readonly isMore: boolean;
  /** The newest jobs that have ended. */
  readonly ended: readonly JobSummary[];
}

const page = '100';

/** Each page costs the service a read of a hundred documents. */
const mostPages = 5;

async function openJobs(options: CallOptions): Promise<Pick<Held, 'open' | 'isMore'>> {
  const open: JobSummary[] = [];
  let token: string | undefined;
  for (let at = 0; at < mostPages; at += 1) {
    const answer = await listJobs({ State: 'Waiting,Running', MaxResults: page, ...(token ? { NextToken: token } : {}) }, options);
    open.push(...answer.Jobs);
    token = answer.NextToken;
    if (token === undefined) {
      break;
    }
  }
  return { open, isMore: token !== undefined };
}

export async function held(options: CallOptions): Promise<Held> {
  const [pipelines, open, ended] = await Promise.all([
    listPipelines(options), openJobs(options), listJobs({ State: 'Succeeded,Failed,Canceled', MaxResults: page }, options),
  ]);
  return { pipelines, ...open, ended: ended.Jobs };
}

/** Whether any job will go on by itself. Those that wait in a paused pipeline will not. */
export function moves({ pipelines, open }: Held): boolean {
  const paused = new Set(pipelines.filter(({ State }) => State === 'Paused').map(({ Id }) => Id));
  return open.some((job) => job.State === 'Running' || !paused.has(job.PipelineId));
}

export interface Load {
  readonly waiting: number;
  readonly running: number;
  readonly ended: number;
}

/** What one pipeline holds. */
export function loadOf(id: string, { open, ended }: Held): Load {
  const countOf = (jobs: readonly JobSummary[], fits: (job: JobSummary) => boolean): number =>
    jobs.filter((job) => job.PipelineId === id && fits(job)).length;
  return {
    waiting: countOf(open, ({ State }) => State === 'Waiting'),
    running: countOf(open, ({ State }) => State === 'Running'),
    ended: countOf(ended, () => true),
  };
}

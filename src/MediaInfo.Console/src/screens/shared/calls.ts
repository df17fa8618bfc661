import { callRpc, type CallOptions } from '../../api/client.ts';
import type { Description } from '../media/description.ts';
import type { GetJobAnswer, Job, JobSummary, ListJobsAnswer, Usage } from './job.ts';

// Our own actions, as the screens call them.

export const listJobs = (parameters: Readonly<Record<string, string>>, options?: CallOptions): Promise<ListJobsAnswer> =>
  callRpc<ListJobsAnswer>('ListJobs', parameters, options);

export const getJob = async (id: string, options?: CallOptions): Promise<Job> =>
  (await callRpc<GetJobAnswer>('GetJob', { JobId: id }, options)).Job;

export interface ProbeReport {
  readonly JobId: string;
  readonly Description: Description;
  /** ffprobe's own JSON; undefined if ffprobe refused the file. */
  readonly Report?: unknown;
  readonly Usage: Usage;
}

export const getReport = (id: string, options?: CallOptions): Promise<ProbeReport> =>
  callRpc<ProbeReport>('GetProbeReport', { JobId: id }, options);

export interface BitRates {
  /** Seconds of a point. */
  readonly Interval: number;
  readonly Duration: number;
  readonly Streams: readonly {
    readonly Index: number;
    readonly Type: string;
    readonly BitRates: readonly number[];
    /** At most 2,000, evenly thinned; `KeyFrameCount` counts all. */
    readonly KeyFrames?: readonly number[];
    readonly KeyFrameCount?: number;
  }[];
}

export const getBitRate = (id: string, options?: CallOptions): Promise<BitRates> =>
  callRpc<BitRates>('GetBitRate', { JobId: id }, options);

/** Jobs of an object that made pictures and ended well, newest first. */
export const pictureJobsOf = async ({ Bucket, Object }: JobSummary, options?: CallOptions): Promise<JobSummary[]> => {
  const { Jobs } = await listJobs({ Work: 'snapshot', State: 'Succeeded', Source: `${Bucket}/${Object}`, MaxResults: '20' }, options);
  return Jobs.filter((job) => job.Bucket === Bucket && job.Object === Object);
};

// The answers of ListJobs and GetJob.

export interface Usage {
  Requests: number;
  Bytes: number;
  Milliseconds: number;
  Reused?: boolean;
}

export interface Failure {
  Reason: string;
  Detail?: string;
}

export interface JobSummary {
  JobId: string;
  Dialect: 'mps' | 'ims' | 'mpc';
  Work: 'analysis' | 'snapshot' | 'tags';
  State: 'Waiting' | 'Running' | 'Succeeded' | 'Failed' | 'Canceled';
  Bucket: string;
  Object: string;
  Name?: string;
  PipelineId: string;
  Priority: number;
  CreatedAt: string;
  StartedAt?: string;
  EndedAt?: string;
  Progress?: number;
  Usage?: Usage;
  Failure?: Failure;
}

export interface Happening {
  At: string;
  Event: string;
  Detail?: string;
}

export interface Job extends JobSummary {
  /** As the caller sent it, in its own API's form: JSON for most. */
  Input?: string;
  UserData?: string;
  SubmitRequestId?: string;
  Synchronous?: boolean;
  Extras?: { Digest: boolean; Packets: boolean; Frames: number; Recognisers?: string[] };
  /** Percent of each long step. */
  StepProgress?: Record<string, number>;
  Frames?: boolean;
  Callback?: { MessageId?: string; ErrorCode?: string; ErrorMessage?: string };
  Story?: Happening[];
  /** Events that were left out in the middle. */
  StoryOmitted?: number;
}

export interface ListJobsAnswer {
  RequestId: string;
  Jobs: JobSummary[];
  NextToken?: string;
}

export interface GetJobAnswer {
  RequestId: string;
  Job: Job;
}

export const hasEnded = (state: JobSummary['State']): boolean => state !== 'Waiting' && state !== 'Running';

/** The last part of a key, by which people know a file. */
export const fileName = (object: string): string => object.slice(object.lastIndexOf('/') + 1) || object;

/** JSON as its value; another text as it is. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

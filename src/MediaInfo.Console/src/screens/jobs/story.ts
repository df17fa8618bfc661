import type { Happening, Job } from '../shared/job.ts';

export type Tone = 'plain' | 'good' | 'warning' | 'bad';

const known = [
  'Accepted', 'Held', 'Released', 'Started', 'Retried', 'Progressed', 'Succeeded', 'Failed', 'Canceled', 'CallbackAttempted',
  'CallbackDelivered', 'CallbackGivenUp',
] as const;

export type KnownEvent = (typeof known)[number];

/** Events after which a person may do something. */
export type Advised = 'Held' | 'CallbackAttempted' | 'CallbackGivenUp';

const tones: Readonly<Partial<Record<KnownEvent, Tone>>> = {
  Succeeded: 'good', CallbackDelivered: 'good', Failed: 'bad', CallbackGivenUp: 'bad', Retried: 'warning', CallbackAttempted: 'warning',
  Held: 'warning', Canceled: 'warning',
};

export interface Step {
  readonly at: string;
  /** undefined for an event that is newer than this page. */
  readonly event: KnownEvent | undefined;
  readonly name: string;
  readonly tone: Tone;
  readonly detail?: string;
  readonly advice?: Advised;
  /** Milliseconds after the step before; undefined for the first. */
  readonly after?: number;
}

const isKnown = (event: string): event is KnownEvent => known.some((one) => one === event);
const isAdvised = (event: string): event is Advised => event === 'Held' || event === 'CallbackAttempted' || event === 'CallbackGivenUp';

/** What a job without a story tells by its times. */
function fromTimes(job: Job): Happening[] {
  const all: Happening[] = [{ At: job.CreatedAt, Event: 'Accepted' }];
  if (job.StartedAt) {
    all.push({ At: job.StartedAt, Event: 'Started' });
  }
  if (job.EndedAt) {
    all.push({ At: job.EndedAt, Event: job.State });
  }
  return all;
}

/** A job's story in the order of time, with the time between its steps. Advice is only given while it is still of use. */
export function storyOf(job: Job): Step[] {
  const happenings = job.Story && job.Story.length > 0 ? job.Story : fromTimes(job);
  const last = happenings[happenings.length - 1];
  return happenings.map((happening, index) => {
    const before = happenings[index - 1];
    const event = isKnown(happening.Event) ? happening.Event : undefined;
    const useful = event === 'CallbackGivenUp' || happening === last;
    return {
      at: happening.At,
      event,
      name: happening.Event,
      tone: (event && tones[event]) ?? 'plain',
      ...(happening.Detail === undefined ? {} : { detail: happening.Detail }),
      ...(useful && isAdvised(happening.Event) ? { advice: happening.Event } : {}),
      ...(before === undefined ? {} : { after: Math.max(0, Date.parse(happening.At) - Date.parse(before.At)) }),
    };
  });
}

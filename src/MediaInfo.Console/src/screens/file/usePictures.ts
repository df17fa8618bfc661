import { useEffect, useState } from 'preact/hooks';
import { getJob, pictureJobsOf } from '../shared/calls.ts';
import { hasEnded, type Failure, type JobSummary } from '../shared/job.ts';
import { usePolling } from '../shared/usePolling.ts';
import { getPictures, type Pictures } from './pictures.ts';

export interface PictureState {
  readonly pictures: Pictures | undefined;
  /** Whether jobs still take pictures. */
  readonly working: boolean;
  readonly failure: Failure | undefined;
  readonly error: unknown;
  readonly follow: (ids: readonly string[]) => void;
}

const none: Pictures = { Pictures: [], Sprites: [] };

const together = (all: readonly Pictures[]): Pictures =>
  all.reduce((sum, one) => ({ Pictures: [...sum.Pictures, ...one.Pictures], Sprites: [...sum.Sprites, ...one.Sprites] }), none);

/** The newest job with single pictures and the newest with a sprite. */
async function newest(ids: readonly string[]): Promise<Pictures> {
  let found = none;
  for (const id of ids) {
    if (found.Pictures.length > 0 && found.Sprites.length > 0) {
      break;
    }
    const next = await getPictures(id);
    found = {
      Pictures: found.Pictures.length > 0 ? found.Pictures : next.Pictures,
      Sprites: found.Sprites.length > 0 ? found.Sprites : next.Sprites,
    };
  }
  return found;
}

/** Pictures of a job's object: those that jobs have made, and those that are being made. */
export function usePictures(job: JobSummary): PictureState {
  const [pictures, setPictures] = useState<Pictures>();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let left = false;
    const load = job.Work === 'snapshot'
      ? getPictures(job.JobId)
      : pictureJobsOf(job).then((jobs) => newest(jobs.slice(0, 6).map((one) => one.JobId)));
    load.then(
      (found) => !left && setPictures(found),
      (problem: unknown) => !left && setError(problem),
    );
    return () => {
      left = true;
    };
  }, [job.JobId]);

  usePolling(ids.length > 0, async (signal) => {
    const jobs = await Promise.all(ids.map((id) => getJob(id, { signal })));
    if (!jobs.every((one) => hasEnded(one.State))) {
      return false;
    }
    const failed = jobs.find((one) => one.Failure);
    const good = jobs.filter((one) => one.State === 'Succeeded');
    setPictures(together(await Promise.all(good.map((one) => getPictures(one.JobId, { signal })))));
    setFailure(failed?.Failure);
    setIds([]);
    return true;
  });

  const follow = (more: readonly string[]): void => {
    setFailure(undefined);
    setIds(more);
  };
  return { pictures, working: ids.length > 0, failure, error, follow };
}

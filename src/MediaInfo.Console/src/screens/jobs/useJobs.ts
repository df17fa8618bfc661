import { useEffect, useRef, useState } from 'preact/hooks';
import { listJobs } from '../shared/calls.ts';
import { hasEnded, type JobSummary } from '../shared/job.ts';
import { idle, pause, rare } from '../shared/pace.ts';
import { usePolling } from '../shared/usePolling.ts';
import { parametersOf, writeFilters, type Filters } from './filters.ts';
import { keep, recall, type Pages } from './kept.ts';

export interface Jobs {
  /** undefined until the first answer. */
  readonly jobs: readonly JobSummary[] | undefined;
  readonly error: unknown;
  /** Why the last question had no answer, so that nobody knows how the jobs are; undefined if it had one. */
  readonly unheard: unknown;
  readonly loading: boolean;
  readonly hasMore: boolean;
  /** How many of the jobs have not ended. */
  readonly running: number;
  readonly refresh: () => void;
  readonly more: () => void;
}

function keptOf(key: string): Pages | undefined {
  const kept = recall();
  return kept.key === key ? kept.pages : undefined;
}

const page = 20;
const largestPage = 100;

/** The newest jobs in place of those that are shown; what is older than the last of them stays. */
function renewed(shown: Pages | undefined, fresh: Pages): Pages {
  const last = fresh.jobs[fresh.jobs.length - 1];
  if (shown === undefined || shown.jobs.length <= largestPage || last === undefined) {
    return fresh;
  }
  const at = shown.jobs.findIndex((job) => job.JobId === last.JobId);
  return at < 0 ? fresh : { jobs: [...fresh.jobs, ...shown.jobs.slice(at + 1)], token: shown.token };
}

const same = (one: readonly JobSummary[], other: readonly JobSummary[] | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The jobs that pass the filters: asked for often while any has not ended, and else now and then: others begin elsewhere. */
export function useJobs(filters: Filters): Jobs {
  const key = writeFilters(filters);
  const [pages, setPages] = useState<Pages | undefined>(() => keptOf(key));
  const [error, setError] = useState<unknown>();
  const [loading, setLoading] = useState(true);
  const current = useRef(key);
  current.current = key;
  const latest = useRef(pages);
  latest.current = pages;
  const running = pages?.jobs.filter((job) => !hasEnded(job.State)).length ?? 0;

  const ask = async (signal?: AbortSignal, from?: Pages): Promise<boolean> => {
    const shown = from?.jobs.length ?? 0;
    const most = String(Math.min(largestPage, Math.max(page, shown)));
    const answer = await listJobs({ ...parametersOf(filters, Date.now()), MaxResults: most }, signal ? { signal } : {});
    // Filters may have changed meanwhile, or another page may have come.
    if (current.current !== key || (latest.current?.jobs.length ?? 0) > shown) {
      return false;
    }
    const next = renewed(from, { jobs: answer.Jobs, token: answer.NextToken });
    setPages(next);
    setError(undefined);
    return !same(next.jobs, from?.jobs);
  };

  /** One page tells whether anything is new where nothing runs. */
  const look = async (signal: AbortSignal): Promise<boolean> => {
    if (running > 0 || pages === undefined || pages.jobs.length <= page) {
      return ask(signal, pages);
    }
    const { Jobs } = await listJobs(parametersOf(filters, Date.now()), { signal });
    return !same(Jobs, pages.jobs.slice(0, page)) && ask(signal, pages);
  };

  const load = (from?: Pages): (() => void) => {
    const stop = new AbortController();
    setLoading(true);
    ask(stop.signal, from)
      .catch((problem: unknown) => !stop.signal.aborted && setError(problem))
      .finally(() => !stop.signal.aborted && setLoading(false));
    return () => stop.abort();
  };

  useEffect(() => {
    const before = keptOf(key);
    setPages(before);
    return load(before);
  }, [key]);

  useEffect(() => {
    if (current.current === key && pages) {
      keep({ key, pages });
    }
  }, [pages]);

  const unheard = usePolling(pages !== undefined, look, running > 0 ? pause : filters.text === '' ? idle : rare);

  const more = (): void => {
    if (!pages?.token || loading) {
      return;
    }
    setLoading(true);
    listJobs(parametersOf(filters, Date.now(), pages.token))
      .then((answer) => {
        if (current.current === key) {
          setPages((before) => ({ jobs: [...(before?.jobs ?? []), ...answer.Jobs], token: answer.NextToken }));
        }
      })
      .catch((problem: unknown) => current.current === key && setError(problem))
      .finally(() => current.current === key && setLoading(false));
  };

  return { jobs: pages?.jobs, error, loading, hasMore: pages?.token !== undefined, running, unheard, refresh: () => load(pages), more };
}

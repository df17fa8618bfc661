import { t } from '../../i18n/t.ts';
import type { JobSummary } from './job.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';

type State = JobSummary['State'];

// Each state has a shape of its own, so that nobody needs its colour.
const shapes: Readonly<Record<State, string>> = {
  Waiting: 'M8 2a6 6 0 1 0 .01 0zM8 5v3.5l2.2 1.4',
  Running: 'M5 3.2v9.6l8-4.8z',
  Succeeded: 'M2.8 8.6l3.4 3.4 7-8',
  Failed: 'M3.5 3.5l9 9m0-9l-9 9',
  Canceled: 'M8 2a6 6 0 1 0 .01 0zM4 12l8-8',
};

/** A job's state as a shape and a word, with its progress while it runs. */
export function StateMark({ state, progress }: { readonly state: State; readonly progress?: number | undefined }) {
  const name = t(`jobs.state.${state}`);
  return (
    <span class={`state ${state.toLowerCase()}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d={shapes[state]} /></svg>
      <span>{name}</span>
      {state === 'Running' && progress !== undefined && <ProgressBar label={t('jobs.progress', { percent: progress })} done={progress / 100} />}
    </span>
  );
}

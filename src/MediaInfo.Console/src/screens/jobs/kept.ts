import { currentSession, type Session } from '../../app/session.ts';
import type { JobSummary } from '../shared/job.ts';

export interface Pages {
  readonly jobs: readonly JobSummary[];
  readonly token: string | undefined;
}

/** What the list held when it was left, so that it is as it was after a look at a job. */
interface Kept {
  /** The filters of the pages. */
  readonly key?: string;
  readonly pages?: Pages | undefined;
  readonly chosen?: readonly JobSummary[];
}

// It goes with the session: another account must not see it.
const kept = new WeakMap<Session, Kept>();

export function recall(): Kept {
  const session = currentSession();
  return (session && kept.get(session)) ?? {};
}

export function keep(news: Kept): void {
  const session = currentSession();
  if (session) {
    kept.set(session, { ...kept.get(session), ...news });
  }
}

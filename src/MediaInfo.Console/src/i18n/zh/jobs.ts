import type { jobs as english } from '../en/jobs.ts';

export const jobs: Readonly<Record<keyof typeof english, string>> = {
  'jobs.title': '作业',
};

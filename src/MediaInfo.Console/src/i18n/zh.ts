import { shell } from './zh/shell.ts';
import { explorer } from './zh/explorer.ts';
import { jobs } from './zh/jobs.ts';
import { file } from './zh/file.ts';
import { compare } from './zh/compare.ts';
import { queues } from './zh/queues.ts';
import { failures } from './zh/failures.ts';
import { remedies } from './zh/remedies.ts';
import type { TextKey } from './t.ts';

/** Every text in Chinese. A key that is missing does not compile. */
export const zh: Readonly<Record<TextKey, string>> = {
  ...shell, ...explorer, ...jobs, ...file, ...compare, ...queues, ...failures, ...remedies,
};

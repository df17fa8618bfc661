import { shell } from './en/shell.ts';
import { explorer } from './en/explorer.ts';
import { jobs } from './en/jobs.ts';
import { file } from './en/file.ts';
import { compare } from './en/compare.ts';
import { queues } from './en/queues.ts';
import { failures } from './en/failures.ts';
import { remedies } from './en/remedies.ts';

/** Every text in English. Each area has a file of its own. */
export const en = { ...shell, ...explorer, ...jobs, ...file, ...compare, ...queues, ...failures, ...remedies } as const;

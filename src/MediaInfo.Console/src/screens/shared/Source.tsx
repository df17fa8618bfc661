import type { ComponentChildren } from 'preact';
import { fileName, type JobSummary } from './job.ts';

/** An object as people know it: its file name, and where it lies below. */
export function Source({ job, children }: { readonly job: JobSummary; readonly children?: (name: string) => ComponentChildren }) {
  const name = fileName(job.Object);
  const folder = job.Object.slice(0, job.Object.length - name.length);
  return (
    <span class="source">
      <span class="source-name">{children ? children(name) : name}</span>
      <span class="source-place">{job.Bucket}/{folder}</span>
    </span>
  );
}

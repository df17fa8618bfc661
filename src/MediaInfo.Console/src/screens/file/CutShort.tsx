import { t } from '../../i18n/t.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Description } from '../media/description.ts';
import { getBitRate } from '../shared/calls.ts';
import type { Job } from '../shared/job.ts';
import { clock } from '../shared/units.ts';
import { useLoaded } from '../shared/useLoaded.ts';
import { isCutShort } from './rates.ts';

/** Says that a file ends long before its headers do, which only its packets tell. */
export function CutShort({ job, description: { container } }: { readonly job: Job; readonly description: Description }) {
  const { value } = useLoaded(job.JobId, (signal) => getBitRate(job.JobId, { signal }));
  if (!value || !isCutShort(value.Duration, container)) {
    return null;
  }
  return (
    <Notice kind="warning" title={t('file.cut.title')}>
      <p>{t('file.cut.text', { end: clock(value.Duration), stated: clock(container.duration ?? 0) })}</p>
    </Notice>
  );
}

import { hrefOf, navigate } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { fileName, type JobSummary } from '../shared/job.ts';

interface Props {
  readonly chosen: readonly JobSummary[];
  readonly onLeave: (job: JobSummary) => void;
}

/** The jobs that were chosen to be compared. It stays in sight, because a filter may hide their rows. */
export function Chosen({ chosen, onLeave }: Props) {
  const [a, b] = chosen;
  return (
    <div class="chosen row between" role="group" aria-label={t('jobs.chosen')}>
      <div class="row">
        {chosen.length > 0 && <span class="soft">{t('jobs.chosen')}</span>}
        {chosen.map((job) => (
          <Button
            key={job.JobId} title={`${job.Bucket}/${job.Object}`}
            aria-label={t('jobs.chosen.leave', { name: fileName(job.Object) })} onClick={() => onLeave(job)}
          >
            {fileName(job.Object)} <span aria-hidden="true">✕</span>
          </Button>
        ))}
      </div>
      {a && b
        ? <Button kind="primary" onClick={() => navigate(hrefOf('/compare', { a: a.JobId, b: b.JobId }))}>{t('jobs.compare')}</Button>
        : <span class="soft">{t('jobs.compare.hint')}</span>}
    </div>
  );
}

import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { useSubject } from '../../app/title.ts';
import { t } from '../../i18n/t.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { getJob } from '../shared/calls.ts';
import { FailureNotice } from '../shared/Failure.tsx';
import { fileName, hasEnded, type Job } from '../shared/job.ts';
import { JobErrorNotice } from '../shared/JobErrorNotice.tsx';
import { StateMark } from '../shared/StateMark.tsx';
import { useFollowed } from '../shared/useFollowed.ts';
import { Unheard } from '../shared/Unheard.tsx';
import { PicturesCard } from './PicturesCard.tsx';
import { ReportView } from './ReportView.tsx';

interface Props {
  readonly id: string;
  readonly onDeep: (job: Job) => void;
}

const isHeld = (job: Job): boolean => job.State === 'Waiting' && job.Story?.[job.Story.length - 1]?.Event === 'Held';

function Working({ job }: { readonly job: Job }) {
  const text = isHeld(job) ? t('file.working.held') : t(job.State === 'Waiting' ? 'file.working.waiting' : 'file.working.running');
  return (
    <div class="working" role="status">
      <p>{text}</p>
      <ProgressBar label={t('file.working.title', { name: fileName(job.Object) })} done={job.Progress === undefined ? undefined : job.Progress / 100} />
      <p><Link href={hrefOf(`/jobs/${encodeURIComponent(job.JobId)}`)}>{t('file.working.job')}</Link></p>
    </div>
  );
}

/** One file by its job: the progress while it runs, then what was found. */
export function JobView({ id, onDeep }: Props) {
  const { value: job, error, unheard } = useFollowed(id, (signal) => getJob(id, { signal }), ({ State }) => !hasEnded(State));
  useSubject(job && fileName(job.Object));
  if (error !== undefined) {
    return <JobErrorNotice error={error} />;
  }
  if (!job) {
    return <Loading />;
  }
  return (
    <>
      <div class="head">
        <h1>{fileName(job.Object)}</h1>
        <div class="row">
          <StateMark state={job.State} progress={undefined} />
          <Link class="button quiet" href={hrefOf('/file')}>{t('file.another')}</Link>
        </div>
      </div>
      <p class="soft place"><code>{job.Bucket}/{job.Object}</code></p>
      <Unheard error={unheard} />
      {!hasEnded(job.State) && <Working job={job} />}
      {job.Failure && <FailureNotice failure={job.Failure} />}
      {job.State === 'Succeeded' && job.Work !== 'snapshot' && <ReportView job={job} onDeep={() => onDeep(job)} />}
      {job.State === 'Succeeded' && job.Work === 'snapshot' && <PicturesCard job={job} duration={undefined} hasVideo />}
    </>
  );
}

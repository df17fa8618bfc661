import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import type { ScreenProps } from '../../app/routes.ts';
import { useSubject } from '../../app/title.ts';
import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { JsonTree } from '../../ui/JsonTree.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { getJob } from '../shared/calls.ts';
import { FailureNotice } from '../shared/Failure.tsx';
import { fileName, hasEnded, parsed, type Job } from '../shared/job.ts';
import { JobErrorNotice } from '../shared/JobErrorNotice.tsx';
import { StateMark } from '../shared/StateMark.tsx';
import { Unheard } from '../shared/Unheard.tsx';
import { useFollowed } from '../shared/useFollowed.ts';
import { JobCost, JobFacts } from './JobFacts.tsx';
import { Story } from './Story.tsx';
import '../shared/shared.css';
import './jobs.css';

/** A job whose message is still on its way changes too. */
function isSettled(job: Job): boolean {
  const last = job.Story?.[job.Story.length - 1]?.Event;
  const awaited = last === 'Succeeded' || last === 'Failed' || last === 'CallbackAttempted';
  return hasEnded(job.State) && !(awaited && job.EndedAt !== undefined && Date.now() - Date.parse(job.EndedAt) < 120_000);
}

function Actions({ job }: { readonly job: Job }) {
  const { JobId, Bucket, Object } = job;
  const hasFile = job.State === 'Succeeded' && job.Work === 'analysis';
  const hasPictures = job.State === 'Succeeded' && job.Frames === true;
  return (
    <p class="row">
      {hasFile && <Link class="button primary" href={hrefOf('/file', { job: JobId })}>{t('job.openFile')}</Link>}
      {hasPictures && <Link class="button primary" href={hrefOf('/file', { job: JobId })}>{t('job.openPictures')}</Link>}
      <Link class="button quiet" href={hrefOf('/file', { bucket: Bucket, object: Object })}>{t('job.again')}</Link>
      <CopyButton label={t('job.copyId')} text={JobId} />
      <CopyButton label={t('job.copyLink')} text={() => window.location.href} />
      <CopyButton label={t('job.copyJson')} text={() => JSON.stringify(job, null, 2)} />
    </p>
  );
}

function Shown({ job }: { readonly job: Job }) {
  return (
    <>
      <div class="head">
        <h1>{fileName(job.Object)}</h1>
        <span role="status"><StateMark state={job.State} progress={job.Progress} /></span>
      </div>
      <p class="lead"><code>{job.JobId}</code></p>
      {job.Failure && <FailureNotice failure={job.Failure} />}
      <Actions job={job} />
      <div class="columns">
        <Card title={t('job.story')}><Story job={job} /></Card>
        <div>
          <JobFacts job={job} />
          <JobCost job={job} />
        </div>
      </div>
      {job.Input && (
        <Card title={t('job.input')} aside={<CopyButton text={job.Input} />}><JsonTree value={parsed(job.Input)} /></Card>
      )}
    </>
  );
}

export default function JobScreen({ parts }: ScreenProps) {
  const id = parts.id ?? '';
  const { value: job, error, unheard } = useFollowed(id, (signal) => getJob(id, { signal }), (shown) => !isSettled(shown));
  useSubject(job && fileName(job.Object));
  return (
    <>
      <p class="back"><Link href={hrefOf('/jobs')}>← {t('job.back')}</Link></p>
      {error !== undefined && <JobErrorNotice error={error} />}
      {!job && error === undefined && <Loading />}
      <Unheard error={unheard} />
      {job && <Shown job={job} />}
    </>
  );
}

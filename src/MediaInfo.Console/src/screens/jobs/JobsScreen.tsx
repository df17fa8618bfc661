import { useState } from 'preact/hooks';
import { Link } from '../../app/Link.tsx';
import { hrefOf, navigate } from '../../app/router.ts';
import type { ScreenProps } from '../../app/routes.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import type { JobSummary } from '../shared/job.ts';
import { Unheard } from '../shared/Unheard.tsx';
import { Chosen } from './Chosen.tsx';
import { FilterBar } from './FilterBar.tsx';
import { isEmpty, readFilters, writeFilters, type Filters } from './filters.ts';
import { keep, recall } from './kept.ts';
import { JobsTable } from './JobsTable.tsx';
import { useJobs, type Jobs } from './useJobs.ts';
import '../shared/shared.css';
import './jobs.css';

/** What is true of the jobs of the list. */
function liveText({ jobs, running, unheard }: Jobs): string {
  if (jobs === undefined || jobs.length === 0) {
    return '';
  }
  return unheard !== undefined ? t('jobs.stale') : running === 0 ? t('jobs.still') : t('jobs.live', { number: running });
}

/** Stands where no job is: because there is none, or because none passes the filters. */
function NoJobs({ filtered }: { readonly filtered: boolean }) {
  return filtered
    ? <Empty title={t('jobs.none.title')}><p>{t('jobs.none.text')}</p></Empty>
    : (
      <Empty title={t('jobs.empty.title')}>
        <p>{t('jobs.empty.text')}</p>
        <p class="row center">
          <Link class="button primary" href={hrefOf('/file')}>{t('jobs.empty.file')}</Link>
          <Link class="button quiet" href={hrefOf('/explorer/mps/SubmitMediaInfoJob')}>{t('jobs.empty.explorer')}</Link>
        </p>
      </Empty>
    );
}

export default function JobsScreen({ query }: ScreenProps) {
  const filters = readFilters(query.toString());
  const list = useJobs(filters);
  const { jobs, error, loading, hasMore, running, unheard, refresh, more } = list;
  const [chosen, setChosen] = useState<readonly JobSummary[]>(() => recall().chosen ?? []);

  const filter = (next: Filters): void => navigate(`${hrefOf('/jobs')}${writeFilters(next)}`, { keepScroll: true });
  const choose = (job: JobSummary, take: boolean): void => {
    const next = [...chosen.filter((one) => one.JobId !== job.JobId), ...(take ? [job] : [])];
    setChosen(next);
    keep({ chosen: next });
  };

  return (
    <>
      <div class="head">
        <h1>{t('jobs.title')}</h1>
        <div class="row">
          <span class={running > 0 && unheard === undefined ? 'live on' : 'live'} role="status">{liveText(list)}</span>
          <Button busy={loading} onClick={refresh}>{t('jobs.refresh')}</Button>
        </div>
      </div>
      <p class="lead">{t('jobs.lead')}</p>
      <FilterBar filters={filters} onChange={filter} />
      {error !== undefined ? <ErrorNotice error={error} /> : <Unheard error={unheard} />}
      {jobs === undefined && error === undefined && <Loading />}
      {jobs?.length === 0 && <NoJobs filtered={!isEmpty(filters)} />}
      {jobs !== undefined && jobs.length > 0 && (
        <>
          <div class="card flush"><JobsTable jobs={jobs} chosen={chosen} onChoose={choose} /></div>
          {hasMore && <p><Button busy={loading} onClick={more}>{t('jobs.more')}</Button></p>}
        </>
      )}
      {((jobs !== undefined && jobs.length > 0) || chosen.length > 0) && <Chosen chosen={chosen} onLeave={(job) => choose(job, false)} />}
    </>
  );
}

import { useState } from 'preact/hooks';
import { Link } from '../../app/Link.tsx';
import { hrefOf, navigate } from '../../app/router.ts';
import type { ScreenProps } from '../../app/routes.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Unheard } from '../shared/Unheard.tsx';
import { FilterBar } from './FilterBar.tsx';
import { isEmpty, readFilters, writeFilters, type Filters } from './filters.ts';
import { JobsTable } from './JobsTable.tsx';
import { useJobs } from './useJobs.ts';
import '../shared/shared.css';
import './jobs.css';

function liveText(running: number): string {
  return running === 0 ? t('jobs.still') : running === 1 ? t('jobs.live.one') : t('jobs.live', { number: running });
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
  const { jobs, error, unheard, loading, hasMore, running, refresh, more } = useJobs(filters);
  const [chosen, setChosen] = useState<readonly string[]>([]);

  const filter = (next: Filters): void => navigate(`${hrefOf('/jobs')}${writeFilters(next)}`, { keepScroll: true });
  const choose = (id: string, take: boolean): void => setChosen(take ? [...chosen, id] : chosen.filter((one) => one !== id));

  return (
    <>
      <div class="head">
        <h1>{t('jobs.title')}</h1>
        <div class="row">
          <span class={running > 0 ? 'live on' : 'live'} role="status">{jobs ? liveText(running) : ''}</span>
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
          <div class="row between">
            {hasMore ? <Button busy={loading} onClick={more}>{t('jobs.more')}</Button> : <span />}
            {chosen.length === 2
              ? <Button kind="primary" onClick={() => navigate(hrefOf('/compare', { a: chosen[0], b: chosen[1] }))}>{t('jobs.compare')}</Button>
              : <span class="soft">{t('jobs.compare.hint')}</span>}
          </div>
        </>
      )}
    </>
  );
}

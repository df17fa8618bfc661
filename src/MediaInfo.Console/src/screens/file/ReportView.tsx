import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { getBitRate, getReport, type ProbeReport } from '../shared/calls.ts';
import { cards } from '../media/cards.ts';
import { mainVideo, type Description } from '../media/description.ts';
import { isStill } from '../media/still.ts';
import { Cost } from '../shared/Cost.tsx';
import type { Job } from '../shared/job.ts';
import { useLoaded } from '../shared/useLoaded.ts';
import { useWords } from '../shared/useWords.ts';
import { BitRateView } from './BitRateView.tsx';
import { CutShort } from './CutShort.tsx';
import { FactCard } from './FactCard.tsx';
import { NetworkCostView } from './NetworkCostView.tsx';
import { PicturesCard } from './PicturesCard.tsx';
import { RawView } from './RawView.tsx';
import { TakeAway } from './TakeAway.tsx';
import { TimeLineView } from './TimeLineView.tsx';

interface Props {
  readonly job: Job;
  /** Analyses the same object again, with every packet. */
  readonly onDeep: () => void;
}

function Rates({ job, onDeep }: Props) {
  const { value, error } = useLoaded(job.JobId, (signal) => getBitRate(job.JobId, { signal }));
  return (
    <>
      {error !== undefined && <ErrorNotice error={error}><p><Button onClick={onDeep}>{t('file.again.deep')}</Button></p></ErrorNotice>}
      {value === undefined && error === undefined && <Loading />}
      {value && (value.Streams.length > 0 ? <BitRateView rates={value} /> : <p class="soft">{t('file.rate.untimed')}</p>)}
    </>
  );
}

/** When its streams play, and how many bits they need for that. */
function InTime({ job, description, onDeep }: Props & { readonly description: Description }) {
  const video = mainVideo(description);
  return (
    <>
      <Card title={t('file.time.title')}><TimeLineView description={description} /></Card>
      <Card title={t('file.rate.title')}>
        {job.Extras?.Packets || video?.networkCost
          ? <Rates job={job} onDeep={onDeep} />
          : <div class="row"><p class="soft">{t('file.rate.none')}</p><Button onClick={onDeep}>{t('file.again.deep')}</Button></div>}
      </Card>
      {video?.networkCost && (
        <Card title={t('file.cost.title')}>
          <NetworkCostView cost={video.networkCost} duration={video.duration ?? description.container.duration} />
        </Card>
      )}
    </>
  );
}

function Shown({ job, report, onDeep }: Props & { readonly report: ProbeReport }) {
  const words = useWords();
  const { Description: description } = report;
  const all = cards(description, words);
  return (
    <>
      {job.Extras?.Packets && <CutShort job={job} description={description} />}
      <h2 class="section">{t('file.facts')}</h2>
      <div class="cards">
        {all.map((card) => <FactCard key={card.key} card={card} corrections={description.corrections ?? []} />)}
      </div>
      {!isStill(description) && <InTime job={job} description={description} onDeep={onDeep} />}
      <PicturesCard job={job} duration={description.container.duration} hasVideo={mainVideo(description) !== undefined} />
      <RawView report={report} />
      <TakeAway id={job.JobId} />
    </>
  );
}

/** What a finished analysis found. */
export function ReportView({ job, onDeep }: Props) {
  const { value, error } = useLoaded(job.JobId, (signal) => getReport(job.JobId, { signal }));
  return (
    <>
      <p class="row soft">
        <Cost usage={job.Usage} />
        <Link href={hrefOf(`/jobs/${encodeURIComponent(job.JobId)}`)}>{t('file.working.job')}</Link>
        <Link href={hrefOf('/compare', { a: job.JobId })}>{t('file.compareWith')}</Link>
      </p>
      {error !== undefined && <ErrorNotice error={error} />}
      {value === undefined && error === undefined && <Loading />}
      {value && <Shown job={job} report={value} onDeep={onDeep} />}
    </>
  );
}

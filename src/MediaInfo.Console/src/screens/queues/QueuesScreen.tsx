import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { useSession } from '../../app/session.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFollowed } from '../shared/useFollowed.ts';
import { useLoaded, type Loaded } from '../shared/useLoaded.ts';
import { recentDeliveries } from './deliveries.ts';
import { DeliveryTable } from './DeliveryTable.tsx';
import { held, loadOf, moves, type Held } from './held.ts';
import { getQueues, listQueues } from './mns.ts';
import { PipelineCard } from './PipelineCard.tsx';
import { QueueTable } from './QueueTable.tsx';
import '../shared/shared.css';
import './queues.css';

/** Each queue is asked for by itself, so only the first are until more are wanted. */
const page = 50;

async function queuesOf(most: number, signal: AbortSignal) {
  const names = await listQueues({ signal });
  return { queues: await getQueues(names.slice(0, most), { signal }), number: names.length };
}

function Pipelines({ state, onChanged }: { readonly state: Loaded<Held>; readonly onChanged: (said: string) => void }) {
  const standard = useSession()?.account?.PipelineId;
  const { value, error } = state;
  if (error !== undefined) {
    return <ErrorNotice error={error} />;
  }
  if (!value) {
    return <Loading />;
  }
  if (value.pipelines.length === 0) {
    return (
      <Empty title={t('queues.pipelines.empty.title')}>
        <p>{t('queues.pipelines.empty.text')}</p>
        <p><Link class="button primary" href={hrefOf('/explorer/mps/AddPipeline')}>AddPipeline</Link></p>
      </Empty>
    );
  }
  return (
    <>
      <p class="soft">
        {t('queues.pipeline.recent', { number: value.ended.length })}{' '}
        {value.isMore && t('queues.pipeline.more', { number: value.open.length })}
      </p>
      <div class="pipelines">
        {value.pipelines.map((pipeline) => (
          <PipelineCard
            key={pipeline.Id}
            pipeline={pipeline}
            isDefault={pipeline.Id === standard}
            load={loadOf(pipeline.Id, value)}
            isMore={value.isMore}
            onChanged={onChanged}
          />
        ))}
      </div>
    </>
  );
}

export default function QueuesScreen() {
  const pipelines = useFollowed('pipelines', (signal) => held({ signal }), moves);
  const [most, setMost] = useState(page);
  const queues = useLoaded(`queues ${most}`, (signal) => queuesOf(most, signal));
  const deliveries = useLoaded('deliveries', (signal) => recentDeliveries({ signal }));
  const [said, setSaid] = useState('');
  const all = [pipelines, queues, deliveries];
  const refresh = (): void => all.forEach(({ reload }) => reload());
  const changed = (text: string): void => {
    setSaid(text);
    refresh();
  };
  // Messages follow the jobs that end.
  const moving = pipelines.value !== undefined && moves(pipelines.value);
  const moved = useRef(moving);
  useEffect(() => {
    if (moved.current && !moving) {
      queues.reload();
      deliveries.reload();
    }
    moved.current = moving;
  }, [moving]);
  return (
    <>
      <div class="head">
        <h1>{t('queues.title')}</h1>
        <Button busy={all.some(({ loading }) => loading)} onClick={refresh}>{t('queues.refresh')}</Button>
      </div>
      <p class="lead">{t('queues.lead')}</p>
      {said !== '' && <Notice kind="good">{said}</Notice>}
      <section aria-labelledby="pipelines">
        <h2 id="pipelines" class="section">{t('queues.pipelines')}</h2>
        <Pipelines state={pipelines} onChanged={changed} />
      </section>
      <section aria-labelledby="queues">
        <h2 id="queues" class="section">{t('queues.queues')}</h2>
        {queues.error !== undefined && <ErrorNotice error={queues.error} />}
        {queues.value ? <QueueTable queues={queues.value.queues} /> : queues.error === undefined && <Loading />}
        {queues.value && queues.value.number > most && (
          <p class="row">
            <span class="soft">{t('queues.queues.first', { shown: most, number: queues.value.number })}</span>
            <Button onClick={() => setMost(most + page)}>{t('queues.queues.more')}</Button>
          </p>
        )}
      </section>
      <section aria-labelledby="deliveries">
        <h2 id="deliveries" class="section">{t('queues.delivered')}</h2>
        {deliveries.error !== undefined && <ErrorNotice error={deliveries.error} />}
        {deliveries.value ? <DeliveryTable deliveries={deliveries.value} /> : deliveries.error === undefined && <Loading />}
      </section>
    </>
  );
}

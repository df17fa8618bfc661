import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { t, type TextKey } from '../../i18n/t.ts';
import { Table, type Column } from '../../ui/Table.tsx';
import { Ago } from '../shared/Ago.tsx';
import { Source } from '../shared/Source.tsx';
import type { Delivery } from './deliveries.ts';

const words: Readonly<Record<Delivery['outcome'], { text: TextKey; look: string; shape: string }>> = {
  delivered: { text: 'job.event.CallbackDelivered', look: 'succeeded', shape: 'M2.8 8.6l3.4 3.4 7-8' },
  pending: { text: 'job.event.CallbackAttempted', look: 'canceled', shape: 'M8 2a6 6 0 1 0 .01 0zM8 5v3.5l2.2 1.4' },
  givenUp: { text: 'job.event.CallbackGivenUp', look: 'failed', shape: 'M3.5 3.5l9 9m0-9l-9 9' },
};

function Outcome({ delivery: { outcome, last } }: { readonly delivery: Delivery }) {
  const { text, look, shape } = words[outcome];
  return (
    <span>
      <span class={`state wrap ${look}`}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d={shape} /></svg>{t(text)}
      </span>
      {outcome !== 'delivered' && last.Detail && <span class="detail block">{last.Detail}</span>}
      {outcome === 'givenUp' && <span class="soft block">{t('job.event.CallbackGivenUp.remedy')}</span>}
      {outcome === 'pending' && <span class="soft block">{t('job.event.CallbackAttempted.remedy')}</span>}
    </span>
  );
}

/** Messages, one a row. */
export function DeliveryRows({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const columns: Column<Delivery>[] = [
    {
      name: 'job', title: t('queues.delivered.job'),
      cell: ({ job }) => <Source job={job}>{(name) => <Link href={hrefOf(`/jobs/${encodeURIComponent(job.JobId)}`)}>{name}</Link>}</Source>,
    },
    { name: 'outcome', title: t('queues.delivered.outcome'), cell: (delivery) => <Outcome delivery={delivery} /> },
    { name: 'when', title: t('queues.delivered.when'), cell: ({ last }) => <Ago time={last.At} /> },
  ];
  return (
    <div class="card flush">
      <Table caption={t('queues.delivered.caption')} columns={columns} rows={deliveries} keyOf={({ job }) => job.JobId} />
    </div>
  );
}

import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { count } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import type { Queue } from './mnsXml.ts';

/** The queues with how many messages wait in each. */
export function QueueTable({ queues }: { readonly queues: readonly Queue[] }) {
  const { locale } = useWords();
  if (queues.length === 0) {
    return (
      <Empty title={t('queues.queues.empty.title')}>
        <p>{t('queues.queues.empty.text')}</p>
        <p class="row center">
          <Link class="button primary" href={hrefOf('/file')}>{t('jobs.empty.file')}</Link>
          <Link class="button quiet" href={hrefOf('/explorer/mns/CreateQueue')}>{t('queues.queues.explorer')}</Link>
        </p>
      </Empty>
    );
  }
  const columns: Column<Queue>[] = [
    {
      name: 'name', title: t('queues.queue.name'),
      cell: ({ name }) => <Link class="strong" href={hrefOf(`/queues/${encodeURIComponent(name)}`)}>{name}</Link>,
    },
    { name: 'active', title: t('queues.queue.active'), numeric: true, cell: ({ active }) => count(active, locale) },
    { name: 'inactive', title: t('queues.queue.inactive'), numeric: true, cell: ({ inactive }) => count(inactive, locale) },
    { name: 'delayed', title: t('queues.queue.delayed'), numeric: true, cell: ({ delayed }) => count(delayed, locale) },
  ];
  return <div class="card flush"><Table caption={t('queues.queues.caption')} columns={columns} rows={queues} keyOf={({ name }) => name} /></div>;
}

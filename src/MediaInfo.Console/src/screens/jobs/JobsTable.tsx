import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import { Table, type Column } from '../../ui/Table.tsx';
import { Ago } from '../shared/Ago.tsx';
import { Cost } from '../shared/Cost.tsx';
import { fileName, type JobSummary } from '../shared/job.ts';
import { Source } from '../shared/Source.tsx';
import { StateMark } from '../shared/StateMark.tsx';

interface Props {
  readonly jobs: readonly JobSummary[];
  readonly chosen: readonly JobSummary[];
  readonly onChoose: (job: JobSummary, chosen: boolean) => void;
}

const canCompare = (job: JobSummary): boolean => job.State === 'Succeeded' && job.Work === 'analysis';

export function JobsTable({ jobs, chosen, onChoose }: Props) {
  const isChosen = (job: JobSummary): boolean => chosen.some(({ JobId }) => JobId === job.JobId);
  const columns: Column<JobSummary>[] = [
    {
      name: 'source',
      title: t('jobs.column.source'),
      cell: (job) => <Source job={job}>{(name) => <Link href={hrefOf(`/jobs/${encodeURIComponent(job.JobId)}`)}>{name}</Link>}</Source>,
    },
    { name: 'state', title: t('jobs.column.state'), cell: (job) => <StateMark state={job.State} progress={job.Progress} /> },
    { name: 'work', title: t('jobs.column.work'), cell: (job) => t(`jobs.work.${job.Work}`) },
    { name: 'dialect', title: t('jobs.column.dialect'), cell: (job) => job.Dialect.toUpperCase() },
    { name: 'age', title: t('jobs.column.age'), cell: (job) => <Ago time={job.CreatedAt} /> },
    { name: 'cost', title: t('jobs.column.cost'), cell: (job) => <Cost usage={job.Usage} /> },
    {
      name: 'compare',
      title: t('jobs.column.compare'),
      cell: (job) => !canCompare(job) ? <span class="soft">–</span> : (
        <input
          type="checkbox"
          aria-label={t('jobs.select', { name: fileName(job.Object) })}
          checked={isChosen(job)}
          disabled={chosen.length >= 2 && !isChosen(job)}
          onChange={(event) => onChoose(job, event.currentTarget.checked)}
        />
      ),
    },
  ];
  return <Table caption={t('jobs.caption')} columns={columns} rows={jobs} keyOf={(job) => job.JobId} />;
}

import { useState } from 'preact/hooks';
import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { listJobs } from '../shared/calls.ts';
import { fileName, type JobSummary } from '../shared/job.ts';
import { moment } from '../shared/units.ts';
import { useLoaded } from '../shared/useLoaded.ts';
import { useWords } from '../shared/useWords.ts';

interface Props {
  readonly a: string;
  readonly b: string;
  readonly onPick: (a: string, b: string) => void;
}

/** Chooses two of the recent analyses. */
export function Picker({ a, b, onPick }: Props) {
  const { locale } = useWords();
  const [left, setLeft] = useState(a);
  const [right, setRight] = useState(b);
  const [tried, setTried] = useState(false);
  const { value, error } = useLoaded('recent', (signal) => listJobs({ Work: 'analysis', State: 'Succeeded', MaxResults: '100' }, { signal }));
  if (error !== undefined) {
    return <ErrorNotice error={error} />;
  }
  if (!value) {
    return <Loading />;
  }
  if (value.Jobs.length === 0) {
    return (
      <Empty title={t('compare.none.title')}>
        <p>{t('compare.none.text')}</p>
        <p><Link class="button primary" href={hrefOf('/file')}>{t('compare.none.file')}</Link></p>
      </Empty>
    );
  }
  const name = (job: JobSummary): string => `${fileName(job.Object)} (${job.Bucket}) · ${moment(job.CreatedAt, locale)}`;
  const select = (label: string, chosen: string, choose: (id: string) => void, problem?: string) => (
    <Field label={label} error={problem}>
      {(ids) => (
        <select {...ids} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('compare.pick')}</option>
          {/* A job of a link may be older than the list. */}
          {chosen !== '' && !value.Jobs.some((job) => job.JobId === chosen) && <option value={chosen}>{chosen}</option>}
          {value.Jobs.map((job) => <option key={job.JobId} value={job.JobId}>{name(job)}</option>)}
        </select>
      )}
    </Field>
  );
  const same = left !== '' && left === right;
  const go = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (left !== '' && right !== '' && !same) {
      onPick(left, right);
    }
  };
  return (
    <Card title={t('compare.choose')}>
      <form onSubmit={go}>
        <div class="columns">
          {select(t('compare.a'), left, setLeft, tried && left === '' ? t('compare.pick') : undefined)}
          {select(t('compare.b'), right, setRight, same ? t('compare.same.job') : tried && right === '' ? t('compare.pick') : undefined)}
        </div>
        <Button kind="primary" type="submit">{t('compare.go')}</Button>
      </form>
    </Card>
  );
}

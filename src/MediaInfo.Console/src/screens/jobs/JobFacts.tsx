import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';
import type { Job } from '../shared/job.ts';
import { bytes, count, moment, span } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';

interface Line {
  readonly name: string;
  readonly value: ComponentChildren;
}

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => (
  <dl class="facts">
    {lines.filter(({ value }) => value !== undefined).map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
  </dl>
);

const between = (from: string | undefined, to: string | undefined, locale: string): string | undefined =>
  from && to ? span(Math.max(0, Date.parse(to) - Date.parse(from)), locale) : undefined;

/** What a job does beyond reading headers, in words. */
function extrasOf({ Extras: extras }: Job): string | undefined {
  const words = [
    extras?.Digest && t('job.extras.digest'),
    extras?.Packets && t('job.extras.packets'),
    extras?.Frames && t('job.extras.frames'),
    ...(extras?.Recognisers ?? []),
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}

const stepsOf = ({ StepProgress: steps, State }: Job): string | undefined =>
  steps && State === 'Running' ? Object.entries(steps).map(([name, percent]) => `${name} ${percent} %`).join(', ') : undefined;

export function JobFacts({ job }: { readonly job: Job }) {
  const { locale } = useWords();
  const time = (value: string | undefined): ComponentChildren => value && <time dateTime={value}>{moment(value, locale)}</time>;
  return (
    <Card title={t('job.facts')}>
      <Lines
        lines={[
          { name: t('job.object'), value: <code>{job.Bucket}/{job.Object}</code> },
          { name: t('job.api'), value: job.Dialect.toUpperCase() },
          { name: t('job.work'), value: t(`jobs.work.${job.Work}`) },
          { name: t('job.name'), value: job.Name },
          { name: t('job.userData'), value: job.UserData && <code>{job.UserData}</code> },
          { name: t('job.pipeline'), value: <code>{job.PipelineId}</code> },
          { name: t('job.priority'), value: count(job.Priority, locale) },
          {
            name: t('job.synchronous'),
            value: job.Synchronous === undefined ? undefined : t(job.Synchronous ? 'job.synchronous.true' : 'job.synchronous.false'),
          },
          { name: t('job.created'), value: time(job.CreatedAt) },
          { name: t('job.waited'), value: between(job.CreatedAt, job.StartedAt, locale) },
          { name: t('job.took'), value: between(job.StartedAt, job.EndedAt, locale) },
          { name: t('job.extras'), value: extrasOf(job) },
          { name: t('job.steps'), value: stepsOf(job) },
          { name: t('job.request'), value: job.SubmitRequestId && <code>{job.SubmitRequestId}</code> },
        ]}
      />
    </Card>
  );
}

export function JobCost({ job }: { readonly job: Job }) {
  const { locale } = useWords();
  const { Usage: usage } = job;
  return (
    <Card title={t('job.cost')}>
      {usage
        ? (
          <>
            <dl class="numbers">
              <div><dt>{t('job.cost.requests')}</dt><dd>{count(usage.Requests, locale)}</dd></div>
              <div><dt>{t('job.cost.bytes')}</dt><dd>{bytes(usage.Bytes, locale)}</dd></div>
              <div><dt>{t('job.cost.time')}</dt><dd>{span(usage.Milliseconds, locale)}</dd></div>
            </dl>
            {usage.Reused && <p class="soft">{t('job.cost.reused')}</p>}
          </>
        )
        : <p class="soft">{t('job.cost.none')}</p>}
    </Card>
  );
}

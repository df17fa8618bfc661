import { useState } from 'preact/hooks';
import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Confirm } from '../shared/Confirm.tsx';
import { count } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import type { Load } from './held.ts';
import { setState, type NotifyConfig, type Pipeline } from './pipelines.ts';

/** Where a pipeline's messages go, in the order in which the service looks. */
function Target({ config }: { readonly config: NotifyConfig | undefined }) {
  if (config?.QueueName) {
    return <Link href={hrefOf(`/queues/${encodeURIComponent(config.QueueName)}`)}>{t('queues.pipeline.target.queue', { name: config.QueueName })}</Link>;
  }
  const topic = config?.Topic ?? config?.MqTopic;
  if (topic) {
    return <>{t('queues.pipeline.target.topic', { name: topic })}</>;
  }
  return <>{config?.Url ?? t('queues.pipeline.target.none')}</>;
}

interface Props {
  readonly pipeline: Pipeline;
  readonly isDefault: boolean;
  readonly load: Load;
  /** Whether it may hold more jobs than were counted. */
  readonly isMore: boolean;
  readonly onChanged: (said: string) => void;
}

/** A pipeline with what it holds, and its pause. */
export function PipelineCard({ pipeline, isDefault, load, isMore, onChanged }: Props) {
  const { locale } = useWords();
  const counted = (number: number): string => count(number, locale) + (isMore ? '+' : '');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const paused = pipeline.State === 'Paused';
  const name = pipeline.Name;
  const action = t(paused ? 'queues.pipeline.resume' : 'queues.pipeline.pause');

  const change = (): void => {
    setBusy(true);
    setError(undefined);
    setState(pipeline, paused ? 'Active' : 'Paused')
      .then(() => onChanged(t(paused ? 'queues.pipeline.resumed.done' : 'queues.pipeline.paused.done', { name })), setError)
      .finally(() => { setBusy(false); setAsking(false); });
  };

  return (
    <section class={paused ? 'card pipeline paused' : 'card pipeline'} aria-label={name}>
      <div class="card-head">
        <h3>{name}{isDefault && name !== 'default' && <span class="soft"> · {t('queues.pipeline.default')}</span>}</h3>
        <span class={paused ? 'state canceled' : 'state succeeded'}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d={paused ? 'M5.5 3v10M10.5 3v10' : 'M5 3.2v9.6l8-4.8z'} /></svg>
          {t(paused ? 'queues.pipeline.paused' : 'queues.pipeline.active')}
        </span>
      </div>
      <dl class="numbers">
        <div><dt>{t('queues.pipeline.waiting')}</dt><dd>{counted(load.waiting)}</dd></div>
        <div><dt>{t('queues.pipeline.running')}</dt><dd>{counted(load.running)}</dd></div>
        <div><dt>{t('queues.pipeline.ended')}</dt><dd>{count(load.ended, locale)}</dd></div>
      </dl>
      <p class="target"><span class="soft">{t('queues.pipeline.target')}</span> <Target config={pipeline.NotifyConfig} /></p>
      {error !== undefined && <ErrorNotice error={error} />}
      <Button onClick={() => setAsking(true)} aria-label={`${action}: ${name}`}>{action}</Button>
      {asking && (
        <Confirm
          title={t(paused ? 'queues.pipeline.resume.title' : 'queues.pipeline.pause.title', { name })}
          action={action} busy={busy} onDo={change} onCancel={() => setAsking(false)}
        >
          <p>{t(paused ? 'queues.pipeline.resume.text' : 'queues.pipeline.pause.text')}</p>
        </Confirm>
      )}
    </section>
  );
}

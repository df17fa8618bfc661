import { ApiError } from '../../api/ApiError.ts';
import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import type { ScreenProps } from '../../app/routes.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { JsonTree } from '../../ui/JsonTree.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { parsed } from '../shared/job.ts';
import { bytes, count, moment, span } from '../shared/units.ts';
import { useLoaded } from '../shared/useLoaded.ts';
import { useWords } from '../shared/useWords.ts';
import { getQueue, peek } from './mns.ts';
import { attributeNames, jobOf, type Message, type Queue } from './mnsXml.ts';
import '../shared/shared.css';
import './queues.css';

function Counts({ queue }: { readonly queue: Queue }) {
  const { locale } = useWords();
  return (
    <Card title={t('queue.attributes')}>
      <dl class="numbers">
        <div><dt>{t('queues.queue.active')}</dt><dd>{count(queue.active, locale)}</dd></div>
        <div><dt>{t('queues.queue.inactive')}</dt><dd>{count(queue.inactive, locale)}</dd></div>
        <div><dt>{t('queues.queue.delayed')}</dt><dd>{count(queue.delayed, locale)}</dd></div>
      </dl>
      <dl class="facts">
        {attributeNames.map((name) => {
          const value = queue.attributes.get(name);
          return value !== undefined && (
            <div key={name}>
              <dt>{t(`queue.attribute.${name}`)}</dt>
              <dd>{name === 'MaximumMessageSize' ? bytes(value, locale) : span(value * 1000, locale)}</dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

function Shown({ message }: { readonly message: Message }) {
  const { locale } = useWords();
  const job = jobOf(message.body);
  const sent = new Date(message.sentAt).toISOString();
  return (
    <li class="message">
      <p class="row">
        <time class="strong" dateTime={sent}>{moment(sent, locale)}</time>
        <span class="soft">{t('queue.message.taken', { number: message.taken })}</span>
        <span class="soft">{t('queue.message.priority', { number: message.priority })}</span>
        {job && <Link href={hrefOf(`/jobs/${encodeURIComponent(job)}`)}>{t('queue.message.job')}</Link>}
        <CopyButton text={message.body} />
      </p>
      <JsonTree value={parsed(message.body)} />
    </li>
  );
}

export default function QueueScreen({ parts }: ScreenProps) {
  const name = parts.name ?? '';
  const queue = useLoaded(name, (signal) => getQueue(name, { signal }));
  const messages = useLoaded(name, (signal) => peek(name, { signal }));
  const missing = queue.error instanceof ApiError && queue.error.code === 'QueueNotExist';
  return (
    <>
      <p class="back"><Link href={hrefOf('/queues')}>← {t('queue.back')}</Link></p>
      <h1>{t('queue.title', { name })}</h1>
      {missing && <Empty title={t('queue.missing.title')}><p>{t('queues.queues.empty.text')}</p></Empty>}
      {queue.error !== undefined && !missing && <ErrorNotice error={queue.error} />}
      {queue.value && <Counts queue={queue.value} />}
      {queue.loading && !queue.value && <Loading />}
      {!missing && (
        <Card
          title={t('queue.messages')}
          aside={<Button busy={messages.loading} onClick={() => { messages.reload(); queue.reload(); }}>{t('queue.peek')}</Button>}
        >
          <p class="soft">{t('queue.peek.hint')}</p>
          {messages.error !== undefined && <ErrorNotice error={messages.error} />}
          {messages.value?.length === 0 && <Empty title={t('queue.empty.title')}><p>{t('queue.empty.text')}</p></Empty>}
          {messages.value && messages.value.length > 0 && (
            <ul>{messages.value.map((message) => <Shown key={message.id} message={message} />)}</ul>
          )}
        </Card>
      )}
    </>
  );
}

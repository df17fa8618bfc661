import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../../api/Answer.ts';
import { send } from '../../api/send.ts';
import { newStamp } from '../../api/signing/PlainRequest.ts';
import { useSession } from '../../app/session.ts';
import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { SignIn } from '../start/SignIn.tsx';
import { AnswerCard } from './answer/AnswerCard.tsx';
import { CodeCard } from './code/CodeCard.tsx';
import { ErrorTable } from './ErrorTable.tsx';
import { ActionForm } from './form/ActionForm.tsx';
import { Prose } from '../../ui/Prose.tsx';
import type { Action } from './model/Action.ts';
import { signedRequest } from './model/request.ts';
import { useForm } from './useForm.ts';

interface Outcome {
  readonly answer?: Answer;
  readonly error?: unknown;
}

const sent = (action: Action): string =>
  action.protocol === 'rpc' ? `POST / · Action=${action.name} · Version=${action.version}` : `${action.method} ${action.path}`;

/** One action: what it does, its form, the answer, and the same call as code. */
export function ActionPage({ action, query }: { readonly action: Action; readonly query: URLSearchParams }) {
  const session = useSession();
  const { values, change, settle } = useForm(action, query);
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const answers = useRef<HTMLDivElement>(null);

  const go = async () => {
    if (!session) {
      return;
    }
    setBusy(true);
    try {
      setOutcome({ answer: await send(signedRequest(action, values, window.location.origin, session.key, newStamp())) });
    } catch (error) {
      setOutcome({ error });
    } finally {
      setBusy(false);
      answers.current?.focus();
    }
  };

  return (
    <>
      <h1>{action.name}</h1>
      <p class="lead"><Prose text={action.description} /></p>
      <dl class="facts">
        <dt>{t('explorer.sends')}</dt>
        <dd><code>{sent(action)}</code></dd>
        <dt>{t('explorer.permission')}</dt><dd><code>{action.permission}</code></dd>
        <dt>{t('explorer.effect')}</dt><dd>{t(action.changesState ? 'explorer.changes' : 'explorer.reads')}</dd>
      </dl>
      {!session && <SignIn why={t('explorer.signInWhy')} />}
      <div onFocusOut={settle}>
        <Card title={t('explorer.request')}>
          <ActionForm
            action={action} values={values} busy={busy} canSend={session !== undefined} onChange={change} onSend={() => void go()}
          />
        </Card>
      </div>
      <div ref={answers} tabIndex={-1}>
        {outcome?.error !== undefined && <ErrorNotice error={outcome.error} />}
        {outcome?.answer && <AnswerCard action={action} answer={outcome.answer} />}
      </div>
      <CodeCard action={action} values={values} session={session} />
      <ErrorTable action={action} />
    </>
  );
}

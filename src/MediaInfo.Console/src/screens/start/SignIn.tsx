import type { SubmitEventHandler } from 'preact';
import { useState } from 'preact/hooks';
import { signIn } from '../../app/session.ts';
import { t } from '../../i18n/t.ts';
import { faultsOf, keyOf } from './typedKey.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';

const isOwnMachine = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(window.location.hostname);

/** Asks for a key. It is checked by a signed request, and kept in memory. */
export function SignIn({ why }: { readonly why?: string }) {
  const [id, setId] = useState('');
  const [secret, setSecret] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const key = keyOf(id, secret);
  const faults = faultsOf(key);

  const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault();
    setAsked(true);
    if (busy || faults.id !== undefined || faults.secret !== undefined) {
      return;
    }
    setBusy(true);
    setError(undefined);
    signIn(key).catch(setError).finally(() => setBusy(false));
  };

  return (
    <Card title={t('signIn.title')}>
      {why && <p>{why}</p>}
      <form onSubmit={submit} class="sign-in" autocomplete="off" noValidate>
        <Field label={t('signIn.keyId')} error={asked ? faults.id : undefined}>
          {(ids) => (
            <input {...ids} name="key" value={id} autocomplete="off" spellcheck={false} onInput={(event) => setId(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={t('signIn.secret')} error={asked ? faults.secret : undefined}>
          {(ids) => (
            <input
              {...ids} type="password" name="secret" value={secret} autocomplete="off"
              onInput={(event) => setSecret(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button kind="primary" type="submit" busy={busy}>{t(busy ? 'signIn.going' : 'signIn.go')}</Button>
      </form>
      {error !== undefined && <ErrorNotice error={error} />}
      <p class="hint">{t('signIn.what')}</p>
      <p class="hint">{t(isOwnMachine ? 'signIn.local' : 'signIn.elsewhere')}</p>
    </Card>
  );
}

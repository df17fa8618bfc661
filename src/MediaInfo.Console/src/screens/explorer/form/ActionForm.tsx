import type { SubmitEventHandler } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n/t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Action } from '../model/Action.ts';
import { schemeNames, schemesOf, type Scheme } from '../model/schemes.ts';
import { faultsOf } from '../model/validate.ts';
import type { Values } from '../model/values.ts';
import { BodyField } from './BodyField.tsx';
import { ParameterField } from './ParameterField.tsx';

interface Props {
  readonly action: Action;
  readonly values: Values;
  readonly busy: boolean;
  /** Whether somebody is signed in. */
  readonly canSend: boolean;
  readonly onChange: (values: Values) => void;
  readonly onSend: () => void;
}

/** The form of an action. What the service would refuse is said before it is sent. */
export function ActionForm({ action, values, busy, canSend, onChange, onSend }: Props) {
  const [asked, setAsked] = useState(false);
  const faults = faultsOf(action, values);
  const count = Object.keys(faults).length;

  const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault();
    setAsked(true);
    if (count > 0) {
      const form = event.currentTarget;
      window.setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    } else if (canSend && !busy) {
      onSend();
    }
  };

  return (
    <form onSubmit={submit} noValidate autocomplete="off">
      {action.parameters.length === 0 && !action.body && <p>{t('explorer.noParameters')}</p>}
      {action.parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values.parameters[parameter.name] ?? ''}
          fault={asked ? faults[parameter.name] : undefined}
          onChange={(value) => onChange({ ...values, parameters: { ...values.parameters, [parameter.name]: value } })}
        />
      ))}
      {action.body && (
        <BodyField body={action.body} value={values.body} fault={asked ? faults[''] : undefined} onChange={(body) => onChange({ ...values, body })} />
      )}
      <Field label={t('explorer.scheme')}>
        {(ids) => (
          <select {...ids} value={values.scheme} onChange={(event) => onChange({ ...values, scheme: event.currentTarget.value as Scheme })}>
            {schemesOf(action).map((scheme) => <option key={scheme} value={scheme}>{schemeNames[scheme]}</option>)}
          </select>
        )}
      </Field>
      {asked && count > 0 && <Notice kind="bad"><p>{t('explorer.faults', { count })}</p></Notice>}
      <Button kind="primary" type="submit" busy={busy}>{t(busy ? 'explorer.sending' : 'explorer.send')}</Button>
      {!canSend && <p class="hint">{t('explorer.signInFirst')}</p>}
    </form>
  );
}

import { useState } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { LongText } from '../../ui/LongText.tsx';
import { useLoaded } from '../shared/useLoaded.ts';
import { describeAs, forms, type Form } from './describeAs.ts';

/** The description in the form of any API, as JSON or XML, to be copied. */
export function TakeAway({ id }: { readonly id: string }) {
  const [form, setForm] = useState<Form>('mps');
  const [xml, setXml] = useState(false);
  const { value, error } = useLoaded(`${id} ${form} ${xml ? 'xml' : 'json'}`, (signal) => describeAs(id, form, xml, signal));
  return (
    <Card title={t('file.copy.title')} aside={value !== undefined && <CopyButton text={value} />}>
      <div class="columns">
        <Field label={t('file.copy.as')}>
          {(ids) => (
            <select {...ids} value={form} onChange={(event) => setForm(forms.find((one) => one === event.currentTarget.value) ?? 'mps')}>
              {forms.map((one) => <option key={one} value={one}>{t(`file.copy.${one}`)}</option>)}
            </select>
          )}
        </Field>
        <Field label={t('file.copy.form')}>
          {(ids) => (
            <select {...ids} value={xml ? 'xml' : 'json'} onChange={(event) => setXml(event.currentTarget.value === 'xml')}>
              <option value="json">JSON</option>
              <option value="xml">XML</option>
            </select>
          )}
        </Field>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      {value === undefined && error === undefined && <Loading />}
      {value !== undefined && <pre class="take" tabIndex={0} aria-label={t('file.copy.label', { form: t(`file.copy.${form}`) })}><LongText key={value} text={value} /></pre>}
    </Card>
  );
}

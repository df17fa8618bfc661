import { t } from '../../../i18n/t.ts';
import { Field } from '../../../ui/Field.tsx';
import type { Body } from '../model/Action.ts';
import { Members } from './Members.tsx';
import { Required } from './Required.tsx';

interface Props {
  readonly body: Body;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The body of a request, as it is sent. */
export function BodyField({ body, value, fault, onChange }: Props) {
  return (
    <Field
      label={<>{t(body.type === 'xml' ? 'explorer.bodyXml' : 'explorer.bodyJson')}<Required always={body.required} /></>}
      error={fault}
      hint={<Members schema={body.schema} />}
    >
      {(ids) => (
        <textarea
          {...ids} class="code" spellcheck={false} rows={Math.min(24, Math.max(5, value.split('\n').length, Math.ceil(value.length / 80)))}
          value={value} onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

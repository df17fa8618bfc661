import { indentJson, readJson } from '../../../api/json.ts';
import { t } from '../../../i18n/t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { Parameter } from '../model/Action.ts';
import { Rules } from './Rules.tsx';
import { Required } from './Required.tsx';

interface Props {
  readonly parameter: Parameter;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The field of a parameter: a choice, a number, a text, several lines for a list, an editor for JSON. */
export function ParameterField({ parameter, value, fault, onChange }: Props) {
  const { name, schema, example, isJson, isFlat } = parameter;
  const choices = schema.enum?.map(String) ?? (schema.type === 'boolean' ? ['true', 'false'] : undefined);
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  return (
    <Field
      label={<>{name}<Required always={parameter.required} schema={schema} /></>}
      error={fault}
      hint={<Rules parameter={parameter} />}
    >
      {(ids) => (
        <>
          {choices && schema.type !== 'array' ? (
            <select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
              <option value="">{t('explorer.absent')}</option>
              {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
              {value !== '' && !choices.includes(value) && <option value={value}>{value}</option>}
            </select>
          ) : isJson || isFlat ? (
            <textarea
              {...ids} class="code" spellcheck={false} rows={isFlat ? 3 : rowsOf(value)} value={value}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
          ) : (
            <input {...ids} inputMode={isNumber ? 'numeric' : undefined} spellcheck={false} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
          )}
          <span class="row field-tools">
            {example !== '' && value !== example && (
              <Button onClick={() => onChange(example)} aria-label={t('explorer.useExampleOf', { name })}>{t('explorer.useExample')}</Button>
            )}
            {isJson && value !== '' && (
              <Button onClick={() => onChange(indented(value))} aria-label={t('explorer.indentOf', { name })}>{t('explorer.indent')}</Button>
            )}
          </span>
        </>
      )}
    </Field>
  );
}

const rowsOf = (text: string): number => Math.min(20, Math.max(2, text.split('\n').length, Math.ceil(text.length / 80)));

function indented(text: string): string {
  try {
    readJson(text);
    return indentJson(text);
  } catch {
    // What is no JSON stays as it is; the form says what is wrong with it.
    return text;
  }
}

import { t } from '../../../i18n/t.ts';
import type { Parameter } from '../model/Action.ts';
import type { Schema } from '../model/openapi.ts';
import { Members } from './Members.tsx';
import { Prose } from '../../../ui/Prose.tsx';

/** What a parameter is, and what it may be. */
export function Rules({ parameter }: { readonly parameter: Parameter }) {
  const { schema, example, description } = parameter;
  const rules = rulesOf(parameter.schema.type === 'array' ? { ...schema.items, ...schema } : schema);
  return (
    <>
      {description && <p><Prose text={description} /></p>}
      {rules.length > 0 && <p>{rules.join(' · ')}</p>}
      {parameter.isFlat ? <p>{t('explorer.oneALine')}</p> : schema.type === 'array' && <p>{t('explorer.commas')}</p>}
      {schema.contentSchema && <Members schema={schema.contentSchema} />}
      {example !== '' && example.length <= 60 && <p>{t('explorer.example')} <code>{example}</code></p>}
    </>
  );
}

/** The bounds of a value, each in words. */
export function rulesOf(schema: Schema): string[] {
  const otherwise = schema['x-otherwise'] ?? (schema.default === undefined ? undefined : JSON.stringify(schema.default));
  return [
    ...(schema.type && schema.type !== 'string' ? [t('explorer.type', { type: schema.type })] : []),
    ...(schema.enum && schema.type !== 'boolean' ? [t('explorer.oneOf', { values: schema.enum.join(', ') })] : []),
    ...(schema.minimum !== undefined || schema.maximum !== undefined
      ? [t('explorer.range', { minimum: schema.minimum ?? '−∞', maximum: schema.maximum ?? '∞' })]
      : []),
    ...(schema['x-maxBytes'] !== undefined ? [t('explorer.maxBytes', { maximum: schema['x-maxBytes'] })]
      : schema.maxLength !== undefined ? [t('explorer.maxLength', { maximum: schema.maxLength })] : []),
    ...(schema.maxItems !== undefined ? [t('explorer.maxItems', { maximum: schema.maxItems })] : []),
    ...(otherwise !== undefined ? [t('explorer.otherwise', { otherwise })] : []),
  ];
}

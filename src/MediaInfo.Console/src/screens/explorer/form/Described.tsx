import { t } from '../../../i18n/t.ts';
import { Prose } from '../../../ui/Prose.tsx';
import type { Schema } from '../model/openapi.ts';

interface Props {
  readonly description: string | undefined;
  readonly schema: Schema;
}

/** What a value is, and what it may be. Of a list, what each of its items may be too. */
export function Described({ description, schema }: Props) {
  const rules = rulesOf(schema.type === 'array' ? { ...schema.items, ...schema } : schema);
  return (
    <>
      {description && <p><Prose text={description} /></p>}
      {rules.length > 0 && <p>{rules.join(' · ')}</p>}
    </>
  );
}

/** The bounds of a value, each in words. */
function rulesOf(schema: Schema): string[] {
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

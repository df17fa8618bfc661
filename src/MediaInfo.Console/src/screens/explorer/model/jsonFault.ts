import { t } from '../../../i18n/t.ts';
import type { Schema } from './openapi.ts';

/** What is wrong with a JSON text: its syntax, a member that is missing, or one of another type. Undefined for nothing. */
export function jsonFault(text: string, schema: Schema): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return t('explorer.notJson', { why: error instanceof Error ? error.message : '' });
  }
  return memberFault(value, schema, '');
}

function memberFault(value: unknown, schema: Schema, path: string): string | undefined {
  if (schema.type === 'object' && isObject(value)) {
    const absent = (schema.required ?? []).find((name) => !(name in value));
    if (absent !== undefined) {
      return t('explorer.memberMissing', { member: join(path, absent) });
    }
    return Object.entries(schema.properties ?? {})
      .map(([name, inner]) => (name in value ? memberFault(value[name], inner, join(path, name)) : undefined))
      .find((fault) => fault !== undefined);
  }
  if (schema.type === 'array' && Array.isArray(value)) {
    return value
      .map((item: unknown, index) => memberFault(item, schema.items ?? {}, join(path, String(index))))
      .find((fault) => fault !== undefined);
  }
  // Programs send numbers as text and text as numbers; the service reads both.
  const isComposite = schema.type === 'object' || schema.type === 'array';
  if (isComposite && !(typeof value === 'string' && path !== '')) {
    return t(schema.type === 'object' ? 'explorer.notObject' : 'explorer.notArray', { member: path === '' ? 'JSON' : path });
  }
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

import { codeOf, foreignSign } from '../../../api/failures.ts';
import { parseXml } from '../../../api/xml.ts';
import { t } from '../../../i18n/t.ts';
import type { Action, Parameter } from './Action.ts';
import { jsonFault } from './jsonFault.ts';
import type { Schema } from './openapi.ts';
import { linesOf, type Values } from './values.ts';

/** What is wrong, in words, by the name of the field; the body's name is "". */
export type Faults = Readonly<Record<string, string>>;

const bodyField = '';

/** What the service would refuse, as far as the description says it. */
export function faultsOf(action: Action, values: Values): Faults {
  const faults: Record<string, string> = {};
  for (const parameter of action.parameters) {
    const text = values.parameters[parameter.name] ?? '';
    const fault = placeFault(parameter, text) ?? faultOf(parameter, text);
    if (fault !== undefined) {
      faults[parameter.name] = fault;
    }
  }
  const body = action.body ? bodyFault(action.body, values.body.trim()) : undefined;
  if (body !== undefined) {
    faults[bodyField] = body;
  }
  return faults;
}

/** What cannot be sent where the parameter is sent. */
function placeFault({ where }: Parameter, text: string): string | undefined {
  const sign = where === 'header' ? foreignSign(text) : undefined;
  return sign !== undefined ? t('explorer.notHeader', { sign, code: codeOf(sign) })
    : where === 'path' && (text.includes('/') || /^\.\.?$/.test(text)) ? t('explorer.notPart')
    : undefined;
}

function faultOf(parameter: Parameter, text: string): string | undefined {
  if (text === '') {
    return parameter.required ? t('explorer.missing') : undefined;
  }
  const { schema } = parameter;
  if (parameter.isJson) {
    return jsonFault(text, schema.contentSchema ?? {});
  }
  if (schema.type === 'array') {
    const items = parameter.isFlat ? linesOf(text) : text.split(',');
    return schema.maxItems !== undefined && items.length > schema.maxItems
      ? t('explorer.tooMany', { maximum: schema.maxItems, count: items.length })
      : items.map((item) => scalarFault(item, schema.items ?? {})).find((fault) => fault !== undefined);
  }
  return scalarFault(text, schema);
}

function scalarFault(text: string, schema: Schema): string | undefined {
  if (schema.enum && !schema.enum.map(String).includes(text)) {
    return t('explorer.notOneOf', { values: schema.enum.join(', ') });
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return numberFault(text, schema);
  }
  if (schema.type === 'boolean' && !/^(true|false)$/i.test(text)) {
    return t('explorer.notBoolean');
  }
  const bytes = new TextEncoder().encode(text).length;
  if (schema['x-maxBytes'] !== undefined && bytes > schema['x-maxBytes']) {
    return t('explorer.tooManyBytes', { maximum: schema['x-maxBytes'], count: bytes });
  }
  if (schema.maxLength !== undefined && text.length > schema.maxLength) {
    return t('explorer.tooLong', { maximum: schema.maxLength, count: text.length });
  }
  if (schema.minLength !== undefined && text.length < schema.minLength) {
    return t('explorer.tooShort', { minimum: schema.minLength, count: text.length });
  }
  return schema.pattern !== undefined && !fits(text, schema.pattern) ? t('explorer.notPattern', { pattern: schema.pattern }) : undefined;
}

function numberFault(text: string, schema: Schema): string | undefined {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || (schema.type === 'integer' && !/^[+-]?\d+$/.test(text))) {
    return t(schema.type === 'integer' ? 'explorer.notInteger' : 'explorer.notNumber');
  }
  return (schema.minimum !== undefined && value < schema.minimum) || (schema.maximum !== undefined && value > schema.maximum)
    ? t('explorer.outOfRange', { minimum: schema.minimum ?? '−∞', maximum: schema.maximum ?? '∞' })
    : undefined;
}

// A pattern that this browser does not know refuses nothing; the service has the last word.
function fits(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

function bodyFault(body: NonNullable<Action['body']>, text: string): string | undefined {
  if (text === '') {
    return body.required ? t('explorer.missing') : undefined;
  }
  if (body.type === 'json') {
    return jsonFault(text, body.schema);
  }
  return parseXml(text) ? undefined : t('explorer.notXml');
}

import type { Action, Parameter } from './Action.ts';
import { schemesOf, type Scheme } from './schemes.ts';

/** What a form holds. */
export interface Values {
  readonly scheme: Scheme;
  /** By the parameter's name; a list has one value a line. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string;
}

// No parameter of any API begins with this sign.
const schemeName = '~sign';
const bodyName = '~body';

/** What the account is known to use, by the parameter's name. */
export type Known = Readonly<Record<string, string | undefined>>;

/** Whether a form begins with a value of it. */
const isNeeded = ({ required, schema }: Parameter): boolean => required || schema['x-requiredAtTimes'] === true;

const beginningOf = (parameter: Parameter, known: Known): string =>
  isNeeded(parameter) ? known[parameter.name] ?? parameter.example : '';

/**
 * The values of an address. One without any begins with what is required; an address that has some is of a form in which the other
 * parameters were empty. A body that it does not have is the example.
 */
export function valuesOf(action: Action, query: URLSearchParams, known: Known): Values {
  const [standard] = schemesOf(action);
  const scheme = schemesOf(action).find((one) => one === query.get(schemeName)) ?? standard;
  const given = action.parameters.some(({ name }) => query.has(name)) || query.has(bodyName);
  const parameters = Object.fromEntries(action.parameters.map((parameter) => [
    parameter.name, query.get(parameter.name) ?? (given ? '' : beginningOf(parameter, known)),
  ]));
  return { scheme, parameters, body: query.get(bodyName) ?? action.body?.example ?? '' };
}

/**
 * The values as the query of an address, which {@link valuesOf} reads back. It never has a key. What would begin with something is
 * in it even if it was emptied.
 */
export function queryOf(action: Action, values: Values): Record<string, string> {
  const [standard] = schemesOf(action);
  const parameters = action.parameters
    .map((parameter) => ({ ...parameter, text: values.parameters[parameter.name] ?? '' }))
    .filter((parameter) => parameter.text !== '' || isNeeded(parameter))
    .map(({ name, text }): [string, string] => [name, text]);
  return {
    ...Object.fromEntries(parameters),
    ...(action.body ? { [bodyName]: values.body } : {}),
    ...(values.scheme === standard ? {} : { [schemeName]: values.scheme }),
  };
}

/** The values without what is known of one account only. */
export function withoutKnown(action: Action, values: Values, known: Known): Values {
  const parameters = action.parameters.map((parameter) => {
    const text = values.parameters[parameter.name] ?? '';
    return [parameter.name, text !== '' && text === known[parameter.name] ? beginningOf(parameter, {}) : text] as const;
  });
  return { ...values, parameters: Object.fromEntries(parameters) };
}

/** The lines of a list that are not empty. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

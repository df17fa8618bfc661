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

const isNeeded = (parameter: Parameter): boolean => parameter.required || parameter.schema['x-requiredAtTimes'] === true;

/** The values of an address, or those that a form begins with: what is required, from the examples. */
export function valuesOf(action: Action, query: URLSearchParams, known: Readonly<Record<string, string | undefined>>): Values {
  const [standard] = schemesOf(action);
  const scheme = schemesOf(action).find((one) => one === query.get(schemeName)) ?? standard;
  const given = action.parameters.some(({ name }) => query.has(name)) || query.has(bodyName);
  const parameters = Object.fromEntries(action.parameters.map((parameter) => [
    parameter.name,
    query.get(parameter.name) ?? (given || !isNeeded(parameter) ? '' : known[parameter.name] ?? parameter.example),
  ]));
  return { scheme, parameters, body: query.get(bodyName) ?? (given && action.body?.required !== true ? '' : action.body?.example ?? '') };
}

/** The values as the query of an address. It never has a key. */
export function queryOf(action: Action, values: Values): Record<string, string> {
  const [standard] = schemesOf(action);
  return {
    ...values.parameters,
    ...(values.body === (action.body?.example ?? '') ? {} : { [bodyName]: values.body }),
    ...(values.scheme === standard ? {} : { [schemeName]: values.scheme }),
  };
}

/** The lines of a list that are not empty. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

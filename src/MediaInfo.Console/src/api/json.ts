// JSON as it was written. JSON.parse rounds long numbers and moves members whose names are numbers.

/** A number as it was written. */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Json = null | boolean | string | Digits | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

// No member of any API has this name.
const mark = '\u0000digits';

/** The value of a JSON text, with numbers as they were written. Throws what JSON.parse throws. */
export function readJson(text: string): Json {
  const plain: unknown = JSON.parse(text);
  if (!/\d/.test(text)) {
    return plain as Json;
  }
  const marked = text.replace(token, (part) => (/^[-\d]/.test(part) ? JSON.stringify({ [mark]: part }) : part));
  return JSON.parse(marked, (_, value: unknown) => (isMarked(value) ? new Digits(value[mark]) : value)) as Json;
}

const isMarked = (value: unknown): value is { readonly [mark]: string } => typeof value === 'object' && value !== null && mark in value;

export const isMembers = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Digits);

/** The text of a value that {@link readJson} read. */
export const writeJson = (value: Json): string =>
  value instanceof Digits ? value.text
  : Array.isArray(value) ? `[${(value as readonly Json[]).map(writeJson).join(',')}]`
  : isMembers(value) ? `{${Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${writeJson(inner)}`).join(',')}}`
  : JSON.stringify(value);

/** A JSON text with a line for each member. Only the spaces between its parts change. */
export function indentJson(text: string): string {
  const parts = text.match(token) ?? [];
  const made: string[] = [];
  let depth = 0;
  const line = (): number => made.push('\n', '  '.repeat(depth));
  parts.forEach((part, index) => {
    const opens = part === '{' || part === '[';
    const closes = part === '}' || part === ']';
    const isEmpty = closes && /[{[]/.test(parts[index - 1] ?? '') && (parts[index - 1] ?? '').length === 1;
    depth += opens ? 1 : closes ? -1 : 0;
    if (closes && !isEmpty) {
      line();
    }
    made.push(part === ':' ? ': ' : part);
    const next = parts[index + 1];
    if (part === ',' || (opens && next !== '}' && next !== ']')) {
      line();
    }
  });
  return made.join('');
}

import { wellFormed } from '../../../api/wellFormed.ts';

// Texts and numbers as each language writes them.

// What a reader or a compiler would take for something else: quotes, line breaks, spaces but the usual one, marks nobody sees.
const troubles = /["\\]|[^\P{Z} ]|\p{Cc}|\p{Cf}/gu;

const named: Readonly<Record<string, string>> = {
  '"': '\\"', '\\': '\\\\', '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r',
};

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** A character by its UTF-16 units, as Java, C# and JavaScript count. */
const byUnits = (sign: string): string => sign.split('').map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`).join('');

/** A character by its number, as Python and Go count. */
function byNumber(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code > 0xff_ff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

const escaped = (text: string, write: (sign: string) => string): string =>
  wellFormed(text).replace(troubles, (sign) => named[sign] ?? write(sign));

export const pythonText = (text: string): string => `"${escaped(text, byNumber)}"`;

export const goText = pythonText;

export const csharpText = (text: string): string => `"${escaped(text, byUnits)}"`;

/** In single quotes, as the vendor's examples. */
export const nodeText = (text: string): string =>
  `'${escaped(text, byUnits).replaceAll('\\"', '"').replaceAll('\'', '\\\'')}'`;

/** The name of a member of an object: as it is where it can be. */
export const nodeName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) && name !== '__proto__' ? name : `[${nodeText(name)}]`);

// A constant of Java has at most 65,535 bytes, three for a unit.
const longest = 20_000;

export function javaText(text: string): string {
  const parts = text.match(new RegExp(`[^]{1,${longest}}(?<![\\ud800-\\udbff])|[^]`, 'g')) ?? [''];
  const written = parts.map((part) => `"${escaped(part, byUnits)}"`);
  return written.length === 1 ? written.join('') : `String.join("", ${written.join(', ')})`;
}

/** A whole number as every language reads it, without zeros in front; undefined for what is none or has more bits. */
export function wholeOf(text: string, bits: 32 | 64): string | undefined {
  if (!/^-?\d{1,40}$/.test(text)) {
    return undefined;
  }
  const value = BigInt(text);
  return BigInt.asIntN(bits, value) === value ? String(value) : undefined;
}

/** true or false; undefined for what is neither. */
export const truthOf = (text: string): 'true' | 'false' | undefined =>
  /^true$/i.test(text) ? 'true' : /^false$/i.test(text) ? 'false' : undefined;

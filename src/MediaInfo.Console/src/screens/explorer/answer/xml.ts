import { indentXml, parseXml } from '../../../api/xml.ts';

export const isXml = (text: string): boolean => /^\s*</.test(text);

/** XML with an element a line, for reading. */
export function indentedXml(text: string): string {
  const root = parseXml(text);
  return root ? indentXml(root) : text;
}

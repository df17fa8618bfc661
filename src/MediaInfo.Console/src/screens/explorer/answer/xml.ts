import { escapeXml, parseXml, type XmlElement } from '../../../api/xml.ts';

export const isXml = (text: string): boolean => /^\s*</.test(text);

/** XML with an element a line, for reading. */
export function indentedXml(text: string): string {
  const root = parseXml(text);
  return root ? lines(root, '').join('\n') : text;
}

function lines(element: XmlElement, indent: string): string[] {
  const attributes = element.attributes.map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`).join('');
  const open = `${indent}<${element.name}${attributes}`;
  if (element.children.length > 0) {
    return [`${open}>`, ...element.children.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${element.name}>`];
  }
  return [element.text === '' ? `${open}/>` : `${open}>${escapeXml(element.text)}</${element.name}>`];
}

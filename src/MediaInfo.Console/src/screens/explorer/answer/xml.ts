export const isXml = (text: string): boolean => /^\s*</.test(text);

/** XML with an element a line, for reading. */
export function indentedXml(text: string): string {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  return document.querySelector('parsererror') ? text : lines(document.documentElement, '').join('\n');
}

function lines(element: Element, indent: string): string[] {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('');
  const open = `${indent}<${element.tagName}${attributes}`;
  if (element.childElementCount > 0) {
    return [`${open}>`, ...[...element.children].flatMap((child) => lines(child, `${indent}  `)), `${indent}</${element.tagName}>`];
  }
  const text = element.textContent;
  return [text === '' ? `${open}/>` : `${open}>${escaped(text)}</${element.tagName}>`];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

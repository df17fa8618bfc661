// The text of XML, with a line for each element.

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function indented(element: Element, depth = 0): string {
  const space = '  '.repeat(depth);
  const name = element.tagName;
  const children = [...element.children];
  if (children.length === 0) {
    const text = element.textContent;
    return text === '' ? `${space}<${name} />` : `${space}<${name}>${escape(text)}</${name}>`;
  }
  return [`${space}<${name}>`, ...children.map((child) => indented(child, depth + 1)), `${space}</${name}>`].join('\n');
}

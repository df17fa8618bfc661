/** An element of an XML text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: XmlElement['attributes'];
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

// A comment, a declaration, a section, a tag, or text.
const token = new RegExp([
  String.raw`<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>`,
  String.raw`<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>`,
  '([^<]+)',
].join('|'), 'y');

/**
 * Reads an XML text; undefined if it is not well-formed. The browser's own parser describes a fault in a document with inline
 * styles, which the page's content security policy reports. A DOCTYPE is refused, as the service refuses it.
 */
export function parseXml(text: string): XmlElement | undefined {
  const root: Open = { name: '', attributes: [], children: [], text: '' };
  const path: Open[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (!found) {
      return undefined;
    }
    const [, data, slash, name, attributes = '', empty, words] = found;
    const current = path.at(-1) ?? root;
    if (data !== undefined || words !== undefined) {
      const plain = data ?? decoded(words ?? '');
      if (plain === undefined || (current === root && plain.trim() !== '')) {
        return undefined;
      }
      current.text += plain;
    } else if (name !== undefined && slash === '/') {
      if (path.length === 1 || path.pop()?.name !== name) {
        return undefined;
      }
    } else if (name !== undefined) {
      const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
      current.children.push(element);
      if (empty !== '/') {
        path.push(element);
      }
    }
  }
  return path.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

/** The first element of that name, at any depth. */
export function findXml(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) {
    return element;
  }
  for (const child of element.children) {
    const found = findXml(child, name);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Every element of that name, at any depth, in the order of the text. */
export const allXml = (element: XmlElement, name: string): XmlElement[] =>
  [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => allXml(child, name))];

/** The text of an element, with a line for each one in it. */
export const indentXml = (element: XmlElement): string => linesOf(element, '').join('\n');

function linesOf(element: XmlElement, indent: string): string[] {
  const attributes = element.attributes.map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`).join('');
  const open = `${indent}<${element.name}${attributes}`;
  if (element.children.length > 0) {
    return [`${open}>`, ...element.children.flatMap((child) => linesOf(child, `${indent}  `)), `${indent}</${element.name}>`];
  }
  return [element.text === '' ? `${open}/>` : `${open}>${escapeXml(element.text)}</${element.name}>`];
}

/** A text as it stands between the tags of an element. */
export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attributesOf = (text: string): [string, string][] =>
  [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
    name, decoded(double ?? single ?? '') ?? '',
  ]);

/** Undefined for a "&" that begins nothing. */
function decoded(text: string): string | undefined {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i.test(text)) {
    return undefined;
  }
  return text.replace(/&(#x?)?([\da-z]+);/gi, (whole, number: string | undefined, name: string) => {
    const code = number === undefined ? undefined : parseInt(name, number === '#' ? 10 : 16);
    return code === undefined ? entities[name] ?? whole : code <= 0x10_FF_FF ? String.fromCodePoint(code) : whole;
  });
}

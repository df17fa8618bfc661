import { parseXml, type XmlElement } from '../../../api/xml.ts';

/** XML whose elements open and close. */
export function XmlTree({ text }: { readonly text: string }) {
  const root = parseXml(text);
  return root ? <div class="tree"><Node element={root} depth={3} /></div> : <pre tabIndex={0}>{text}</pre>;
}

function Node({ element, depth }: { readonly element: XmlElement; readonly depth: number }) {
  const attributes = element.attributes.filter(([name]) => !name.startsWith('xmlns'));
  const name = <span class="name">{element.name}{attributes.map(([attribute, value]) => ` ${attribute}="${value}"`).join('')}</span>;
  if (element.children.length === 0) {
    return <div class="leaf">{name}: <span class="value string">{element.text}</span></div>;
  }
  return (
    <details open={depth > 0}>
      <summary>{name}</summary>
      {element.children.map((child, index) => <Node key={index} element={child} depth={depth - 1} />)}
    </details>
  );
}

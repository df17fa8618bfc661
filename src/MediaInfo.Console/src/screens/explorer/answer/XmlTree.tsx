import { useMemo } from 'preact/hooks';
import { parseXml, type XmlElement } from '../../../api/xml.ts';
import { Branch } from '../../../ui/Branch.tsx';
import { levelsWithin } from '../../../ui/levels.ts';
import { LongText } from '../../../ui/LongText.tsx';

/** XML whose elements open and close. */
export function XmlTree({ text }: { readonly text: string }) {
  const root = useMemo(() => parseXml(text), [text]);
  return root ? <div class="tree"><Node element={root} depth={levelsWithin(root, 3, ({ children }) => children)} /></div> : <pre tabIndex={0}><LongText text={text} /></pre>;
}

function Node({ element, depth }: { readonly element: XmlElement; readonly depth: number }) {
  const attributes = element.attributes.filter(([name]) => !name.startsWith('xmlns'));
  const name = <span class="name">{element.name}{attributes.map(([attribute, value]) => ` ${attribute}="${value}"`).join('')}</span>;
  if (element.children.length === 0) {
    return <div class="leaf">{name}: <span class="value string"><LongText text={element.text} first={2_000} /></span></div>;
  }
  return (
    <Branch
      name={name}
      items={element.children}
      isOpen={depth > 0}
      draw={(child, index) => <Node key={index} element={child} depth={depth - 1} />}
    />
  );
}

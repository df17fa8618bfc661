/** XML whose elements open and close. */
export function XmlTree({ text }: { readonly text: string }) {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  return document.querySelector('parsererror')
    ? <pre tabIndex={0}>{text}</pre>
    : <div class="tree"><Node element={document.documentElement} depth={3} /></div>;
}

function Node({ element, depth }: { readonly element: Element; readonly depth: number }) {
  const attributes = [...element.attributes].filter(({ name }) => !name.startsWith('xmlns'));
  const name = (
    <span class="name">{element.tagName}{attributes.map(({ name: attribute, value }) => ` ${attribute}="${value}"`).join('')}</span>
  );
  if (element.childElementCount === 0) {
    return <div class="leaf">{name}: <span class="value string">{element.textContent}</span></div>;
  }
  return (
    <details open={depth > 0}>
      <summary>{name}</summary>
      {[...element.children].map((child, index) => <Node key={index} element={child} depth={depth - 1} />)}
    </details>
  );
}

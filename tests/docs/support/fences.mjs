/**
 * The fenced snippets of a page, in order: `line` of the fence, `language`, `text` without the indentation of a list, and the
 * prose that stands `before` it, since the snippet before.
 */
export function fencesOf(markdown) {
  const fences = [];
  let open;
  let before = [];
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^( *)(`{3,}|~{3,})\s*(\S*)/.exec(line);
    if (!open && fence) {
      const [, { length: indent }, mark, language] = fence;
      open = { line: index + 1, indent, mark, language, lines: [], before: before.join('\n') };
    } else if (open && fence && fence[3] === '' && fence[2].startsWith(open.mark)) {
      const { line: first, indent, language, lines, before: prose } = open;
      const unindented = lines.map((text) => text.replace(new RegExp(`^ {0,${indent}}`), ''));
      fences.push({ line: first, language, text: `${unindented.join('\n')}\n`, before: prose });
      open = undefined;
      before = [];
    } else {
      (open?.lines ?? before).push(line);
    }
  }
  if (open) {
    throw new Error(`the fence of line ${open.line} has no end`);
  }
  return fences;
}

/** The texts of a prose's inline code, in order. */
export const inlineCodeOf = (prose) => [...prose.matchAll(/`([^`]+)`/g)].map(([, code]) => code.replaceAll('\n', ' '));

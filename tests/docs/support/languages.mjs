import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const require = createRequire(import.meta.url);
const { Language, Parser } = require('@vscode/tree-sitter-wasm');
const grammars = dirname(require.resolve('@vscode/tree-sitter-wasm'));
await Parser.init();

/** Checks the syntax with a grammar; returns the root of the tree. */
const grammar = (name) => async (text) => {
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(grammars, `tree-sitter-${name}.wasm`)));
  const { rootNode } = parser.parse(text);
  if (rootNode.hasError) {
    const bad = rootNode.descendantsOfType('ERROR').map((node) => node.text).join(' … ');
    throw new SyntaxError(`no ${name}: ${bad || rootNode}`);
  }
  return rootNode;
};

function readYaml(text) {
  for (const { errors, warnings } of parseAllDocuments(text)) {
    for (const problem of [...errors, ...warnings]) {
      throw problem;
    }
  }
}

/** The form that nginx and Caddy share: blocks. No parser of theirs is at hand. */
function readBlocks(text) {
  let depth = 0;
  for (const mark of text.replace(/#.*/g, '').match(/[{}]/g) ?? []) {
    depth += mark === '{' ? 1 : -1;
    if (depth < 0) {
      break;
    }
  }
  if (depth !== 0) {
    throw new SyntaxError('the blocks are not closed');
  }
}

function readNginx(text) {
  readBlocks(text);
  const open = text.replace(/#.*/g, '').split(/[;{]/).map((part) => /^[^}]*\S(?=\s*\})/.exec(part)?.[0].trim()).find(Boolean);
  if (open) {
    throw new SyntaxError(`a directive of nginx ends with ';': ${open}`);
  }
}

function readVariables(text) {
  const bad = text.split('\n').find((line) => line.trim() && !/^(#.*|[A-Za-z_]\w*=.*)$/.test(line));
  if (bad !== undefined) {
    throw new SyntaxError(`no NAME=VALUE: ${bad}`);
  }
}

/** How the text of a fence is read, by its language. A fence of another language fails. */
const readers = new Map([
  ['bash', grammar('bash')],
  ['js', grammar('javascript')],
  ['python', grammar('python')],
  ['java', grammar('java')],
  ['go', grammar('go')],
  ['csharp', grammar('c-sharp')],
  ['powershell', grammar('powershell')],
  ['ini', grammar('ini')],
  ['env', readVariables],
  ['json', JSON.parse],
  ['yaml', readYaml],
  ['nginx', readNginx],
  ['caddyfile', readBlocks],
]);

/** Reads a snippet; what is returned depends on the language. */
export async function read({ language, text }) {
  const reader = readers.get(language);
  if (!reader) {
    throw new Error(`a fence needs a language of ${[...readers.keys()].join(', ')}, not '${language}'`);
  }
  return reader(text);
}

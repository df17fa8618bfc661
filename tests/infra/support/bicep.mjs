import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
const parser = new Parser().setLanguage(await Language.load(grammar));

const children = (node, type) => node.namedChildren.filter((child) => child.type === type);
const descendants = (node) => [node, ...node.children.flatMap(descendants)];
const ofType = (node, ...types) => descendants(node).filter((found) => types.includes(found.type));
const text = (string) => string.text.slice(1, -1);

/** A Bicep file as its declarations, each with its decorators, its line and its node. */
export class BicepFile {
  constructor(path, source = readFileSync(path, 'utf8')) {
    this.path = path;
    this.source = source;
    this.root = parser.parse(source).rootNode;
  }

  /** What the grammar could not read, and what it had to add. */
  get faults() {
    return descendants(this.root)
      .filter((node) => node.isError || node.isMissing)
      .map((node) => `${this.at(node)}: ${node.isMissing ? `${node.type} is missing` : node.text.slice(0, 60)}`);
  }

  declarations(kind) {
    return this.root.namedChildren
      .map((node, i, all) => ({ node, before: all[i - 1] }))
      .filter(({ node }) => node.type === `${kind}_declaration`)
      .map(({ node, before }) => ({
        name: children(node, 'identifier')[0].text,
        kind,
        node,
        decorators: before?.type === 'decorators' ? ofType(before, 'decorator').map(decorator) : [],
        at: this.at(node),
      }));
  }

  get parameters() {
    return this.declarations('parameter').map((found) => ({ ...found, hasDefault: found.node.children.some((c) => c.type === '=') }));
  }

  get variables() {
    return this.declarations('variable');
  }

  get outputs() {
    return this.declarations('output');
  }

  /** Each with its type and version, and whether it stands for one that is there already. */
  get resources() {
    return this.declarations('resource').map((found) => {
      const [type, version] = text(children(found.node, 'string')[0]).split('@');
      return { ...found, type, version, existing: found.node.children.some((child) => child.type === 'existing') };
    });
  }

  /** Each with the file it names and what it is given. */
  get modules() {
    return this.declarations('module').map((found) => ({
      ...found,
      file: text(children(found.node, 'string')[0]),
      given: ofType(found.node, 'object_property')
        .filter((property) => property.namedChildren[0].text === 'params')
        .flatMap((property) => children(property.namedChildren[1], 'object_property').map((one) => one.namedChildren[0].text)),
    }));
  }

  get imports() {
    return ofType(this.root, 'import_functionality').map((node) => ({
      node,
      names: children(node, 'identifier').map((name) => name.text),
      file: text(children(node, 'string')[0]),
    }));
  }

  get declared() {
    return [
      ...['parameters', 'variables', 'outputs', 'resources', 'modules'].flatMap((kind) => this[kind].map(({ name }) => name)),
      ...this.imports.flatMap(({ names }) => names),
    ];
  }

  /** The names that expressions use, without functions, keys, properties and the names of a loop or a lambda. */
  get used() {
    return ['parameters', 'variables', 'outputs', 'resources', 'modules'].flatMap((kind) => this[kind]).flatMap(({ node }) => {
      const own = new Set(ofType(node, 'loop_variable', 'loop_enumerator').map((name) => name.text));
      for (const loop of ofType(node, 'for_statement')) {
        own.add(loop.childForFieldName('initializer')?.text);
      }
      for (const lambda of ofType(node, 'lambda_expression')) {
        ofType(lambda.namedChildren[0], 'identifier').forEach((name) => own.add(name.text));
      }
      return ofType(node, 'identifier')
        .filter((name) => !own.has(name.text) && !isDeclared(name) && !isKey(name) && !isFunction(name))
        .map((name) => ({ name: name.text, at: this.at(name) }));
    });
  }

  get functions() {
    return ofType(this.root, 'call_expression').map((call) => ({ name: call.childForFieldName('function').text, at: this.at(call) }));
  }

  at(node) {
    return `${this.path}:${node.startPosition.row + 1}`;
  }
}

const decorator = (node) => ({
  name: ofType(node, 'call_expression')[0].childForFieldName('function').text,
  text: ofType(node, 'string_content').map((content) => content.text).join(''),
});
const isFirst = (name) => name.parent.namedChildren[0].id === name.id;
const isDeclared = (name) => name.parent.type.endsWith('_declaration') && isFirst(name);
const isKey = (name) => name.parent.type === 'object_property' && isFirst(name);
const isFunction = (name) => name.parent.childForFieldName?.('function')?.id === name.id;

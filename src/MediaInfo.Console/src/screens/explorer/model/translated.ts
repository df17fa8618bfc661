import type { OpenApiDocument } from './openapi.ts';

/** Texts in another language, by the English one. */
export type Texts = Readonly<Record<string, string>>;

// The members of the document that hold a text for readers.
const forReaders = new Set(['summary', 'description', 'group', 'x-otherwise', 'when', 'remedy']);

/** The document with its texts in another language. One that has none stays English. */
export function translated(document: OpenApiDocument, texts: Texts): OpenApiDocument {
  const found = new Map(Object.entries(texts));
  const inWords = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(inWords);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      // An example is data, whatever its members are called.
      name === 'example' ? inner
        : forReaders.has(name) && typeof inner === 'string' ? found.get(inner) ?? inner
        : inWords(inner),
    ]));
  };
  return inWords(document) as OpenApiDocument;
}

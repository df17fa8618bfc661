import { ApiError } from '../../../api/ApiError.ts';
import { isMembers } from '../../../api/json.ts';
import { ask } from '../../../api/send.ts';
import type { Action, Body, Dialect, Parameter } from './Action.ts';
import type { OpenApiDocument, OperationObject, ParameterObject, Schema } from './openapi.ts';

let loading: Promise<readonly Dialect[]> | undefined;

/** Every action of the service, from its own description, which is fetched once. */
export function loadDialects(): Promise<readonly Dialect[]> {
  loading ??= fetchDocument().then(dialectsOf).catch((error: unknown) => {
    // The next one asks again.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchDocument(): Promise<OpenApiDocument> {
  const answer = await ask('/openapi.json');
  if (answer.status !== 200 || !isMembers(answer.json)) {
    throw new ApiError(answer);
  }
  return answer.json as unknown as OpenApiDocument;
}

/** The dialects in the order of the document's tags. */
export function dialectsOf(document: OpenApiDocument): Dialect[] {
  const actions = Object.values(document.paths).flatMap((methods) =>
    Object.entries(methods)
      .filter(([, operation]) => typeof operation === 'object' && 'x-action' in operation)
      .map(([method, operation]) => actionOf(document, method, operation)));
  return (document.tags ?? [])
    .map((tag) => ({
      name: tag.name, description: tag.description ?? '', actions: actions.filter((action) => action.dialect === tag.name),
    }))
    .filter((dialect) => dialect.actions.length > 0);
}

function actionOf(document: OpenApiDocument, method: string, operation: OperationObject): Action {
  const named = operation['x-action'];
  const fixed = named.query ?? {};
  return {
    id: operation.operationId,
    dialect: named.dialect,
    name: named.name,
    group: named.group,
    protocol: named.protocol,
    method: method.toUpperCase(),
    path: named.path,
    query: fixed,
    product: named.product,
    version: named.version,
    summary: operation.summary,
    description: operation.description,
    permission: named.permission,
    changesState: named.changesState,
    // What is always the same needs no field.
    parameters: (operation.parameters ?? []).filter(({ name }) => !(name in fixed)).map((parameter) => parameterOf(document, parameter)),
    body: bodyOf(document, operation),
    errors: Object.values(operation.responses).flatMap((response) => {
      const found = response.$ref ? document.components?.responses?.[nameOf(response.$ref)] : response;
      return found?.['x-errors'] ?? [];
    }),
  };
}

function parameterOf(document: OpenApiDocument, parameter: ParameterObject): Parameter {
  const schema = resolve(document, parameter.schema);
  const isFlat = parameter['x-flat'] ?? false;
  const example = Array.isArray(parameter.example)
    ? parameter.example.map(textOf).join(isFlat ? '\n' : ',')
    : textOf(parameter.example);
  return {
    name: parameter.name,
    where: parameter.in,
    required: parameter.required ?? false,
    description: parameter.description ?? '',
    schema,
    example,
    isJson: schema.contentMediaType === 'application/json' || /^[{[]/.test(example),
    isFlat,
  };
}

function bodyOf(document: OpenApiDocument, operation: OperationObject): Body | undefined {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (type === undefined || !content) {
    return undefined;
  }
  return {
    type: type.includes('xml') ? 'xml' : 'json',
    required: operation.requestBody?.required ?? false,
    schema: resolve(document, content.schema),
    example: typeof content.example === 'string' ? content.example : JSON.stringify(content.example ?? {}, null, 2),
  };
}

/** A schema with its references followed, to a depth that no wire type exceeds. */
function resolve(document: OpenApiDocument, schema: Schema, depth = 8): Schema {
  if (depth === 0) {
    return {};
  }
  const { $ref, ...own } = schema;
  const target = $ref === undefined ? own : { ...document.components?.schemas?.[nameOf($ref)], ...own };
  const { properties, items, contentSchema, ...rest } = target;
  const further = (inner: Schema) => resolve(document, inner, depth - 1);
  return {
    ...rest,
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, further(inner)])) } : {}),
    ...(items ? { items: further(items) } : {}),
    ...(contentSchema ? { contentSchema: further(contentSchema) } : {}),
  };
}

const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

// Compares an answer, as it was sent, with the model that an SDK has of it. Types are written as in tests/sdk/models.

/** The members of a model class of Alibaba's SDKs. */
export function membersOf(model) {
  const types = model.types();
  return Object.fromEntries(Object.entries(model.names()).map(([property, name]) => [name, typeOf(types[property])]));
}

function typeOf(type) {
  if (typeof type === 'function') {
    return membersOf(type);
  }
  return type.type === 'array' ? [typeOf(type.itemType)] : (type.type ?? type);
}

/** Yields `{ path, problem }` for each member that the SDK lacks, or that it types otherwise. A list's items share a path. */
export function* differences(value, type, path = '') {
  if (type === 'any') {
    return;
  }
  if (Array.isArray(type)) {
    yield* Array.isArray(value) ? differencesOfItems(value, type[0], `${path}[]`) : [{ path, problem: `${nameOf(value)}, not a list` }];
    return;
  }
  if (typeof type === 'string') {
    if (!suits(value, type)) {
      yield { path, problem: `${nameOf(value)}, not ${type}` };
    }
    return;
  }
  if (nameOf(value) !== 'object') {
    yield { path, problem: `${nameOf(value)}, not object` };
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name;
    if (Object.hasOwn(type, name)) {
      yield* differences(member, type[name], at);
    } else {
      yield { path: at, problem: 'not in the SDK' };
    }
  }
}

function* differencesOfItems(items, type, path) {
  for (const item of items) {
    yield* differences(item, type, path);
  }
}

function suits(value, type) {
  if (type === 'integer') {
    return Number.isInteger(value);
  }
  return nameOf(value) === (type === 'map' ? 'object' : type);
}

function nameOf(value) {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'a list' : typeof value;
}

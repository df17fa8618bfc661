import { createRequire } from 'node:module';
import { mpc } from '../models/mpc.mjs';

// Stands for the vendor's package for MPC v1, which no registry of Node packages has. It makes from our model what the vendor's
// generator writes: a class with `with…` methods for each model, and a method for each call, on the vendor's own client.

// CommonJS with re-exports that an ES import does not see.
const require = createRequire(import.meta.url);
// The generated clients import it from this path.
const { ClientBuilder } = require('@huaweicloud/huaweicloud-sdk-core/ClientBuilder');

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);
const pascal = (name) => name.split(/[-_]/).map((word) => word[0].toUpperCase() + word.slice(1)).join('');
// The vendor's generator renames what its languages reserve.
const setterOf = (name) => `with${pascal(name === 'object' ? 'model_object' : name)}`;
const given = (value) => value !== undefined && value !== null;

function modelOf(members) {
  const model = class {};
  for (const member of Object.keys(members)) {
    model.prototype[setterOf(member)] = function set(value) {
      this[member] = value;
      return this;
    };
  }
  return model;
}

/** The given members of a request, as they are sent. */
const pick = (members, request) =>
  Object.fromEntries(Object.keys(members).filter((name) => given(request[name])).map((name) => [name, request[name]]));

/** The client that `MpcClient.newBuilder()…build()` of the vendor returns. */
export class MpcClient {
  static newBuilder() {
    return new ClientBuilder((hcClient) => new MpcClient(hcClient));
  }

  #hcClient;

  constructor(hcClient) {
    this.#hcClient = hcClient;
  }

  /** What each generated method does. */
  send(call, request = {}) {
    const { method, headers = {}, query = {}, required = [] } = mpc.calls[call];
    const missing = required.find((name) => !given(request[name]));
    if (missing) {
      throw new Error(`Required parameter ${missing} was null or undefined when calling ${lowerFirst(call)}.`);
    }
    return this.#hcClient.sendRequest({
      method,
      url: mpc.path,
      contentType: 'application/json',
      queryParams: pick(query, request),
      pathParams: {},
      headers: pick(headers, request),
      responseHeaders: [''],
      ...(mpc.calls[call].body && { data: request.body }),
    });
  }
}

for (const call of Object.keys(mpc.calls)) {
  MpcClient.prototype[lowerFirst(call)] = function send(request) {
    return this.send(call, request);
  };
}

const requestOf = ({ headers, query, body }) => modelOf({ ...headers, ...query, ...(body && { body }) });

/** The models, by their names in the SDK. */
export const models = {
  ...Object.fromEntries(Object.entries(mpc.models).map(([name, members]) => [name, modelOf(members)])),
  ...Object.fromEntries(Object.entries(mpc.calls).map(([name, call]) => [`${name}Request`, requestOf(call)])),
};

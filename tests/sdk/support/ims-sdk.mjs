import { createRequire } from 'node:module';
import { ims } from '../models/ims.mjs';

// Stands for the vendor's package for ICE 2020-11-09, which no registry of Node packages has. It makes from our model what the
// vendor's generator writes: a class for each request and answer, and a method for each action, on the vendor's own client.

// CommonJS with re-exports that an ES import does not see.
const require = createRequire(import.meta.url);
const { default: OpenApi, OpenApiUtil, $OpenApiUtil } = require('@alicloud/openapi-core');
const $dara = require('@darabonba/typescript');

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);
const propertyOf = (name) => lowerFirst(name).replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const isList = Array.isArray;
const isObject = (type) => typeof type === 'object' && !isList(type);

/** A class of the model's name, and one for each object in it, with the path as its name. */
function addModel(models, name, members) {
  const typeOf = (member, type) => {
    if (isList(type)) {
      return { type: 'array', itemType: typeOf(member, type[0]) };
    }
    if (isObject(type)) {
      return addModel(models, name + member, type);
    }
    return type === 'integer' ? 'number' : type;
  };
  const wireNames = Object.keys(members);
  const names = Object.fromEntries(wireNames.map((member) => [propertyOf(member), member]));
  const types = Object.fromEntries(wireNames.map((member) => [propertyOf(member), typeOf(member, members[member])]));
  return addClass(models, name, names, types);
}

function addClass(models, name, names, types) {
  models[name] = class extends $dara.Model {
    static names() {
      return names;
    }

    static types() {
      return types;
    }

    validate() {
      for (const property of Object.keys(names)) {
        this[property]?.validate?.();
      }
      super.validate();
    }
  };
  return models[name];
}

function addResponse(models, name, body) {
  const names = { headers: 'headers', statusCode: 'statusCode', body: 'body' };
  const headers = { type: 'map', keyType: 'string', valueType: 'string' };
  addClass(models, name, names, { headers, statusCode: 'number', body });
}

/** The parameters as they are sent: an object as JSON text. */
function queryOf(members, request) {
  const query = {};
  for (const [member, type] of Object.entries(members)) {
    const value = request[propertyOf(member)];
    if (!$dara.isNull(value)) {
      query[member] = isObject(type) ? OpenApiUtil.arrayToStringWithSpecifiedStyle(value, member, 'json') : value;
    }
  }
  return OpenApiUtil.query(query);
}

function generate({ version, actions }) {
  const models = {};
  class Client extends OpenApi {
    constructor(config) {
      super(config);
      this.checkConfig(config);
    }

    async send(action, query, runtime) {
      const request = new $OpenApiUtil.OpenApiRequest({ query });
      const where = { action, version, protocol: 'HTTPS', pathname: '/', method: 'POST' };
      const how = { authType: 'AK', style: 'RPC', reqBodyType: 'formData', bodyType: 'json' };
      const answer = await this.callApi(new $OpenApiUtil.Params({ ...where, ...how }), request, runtime);
      return $dara.cast(answer, new models[`${action}Response`]({}));
    }
  }
  for (const [action, { request: members, answer }] of Object.entries(actions)) {
    addResponse(models, `${action}Response`, addModel(models, `${action}ResponseBody`, answer));
    const method = lowerFirst(action);
    if (members) {
      addModel(models, `${action}Request`, members);
      Client.prototype[`${method}WithOptions`] = async function withOptions(request, runtime) {
        request.validate();
        return this.send(action, queryOf(members, request), runtime);
      };
      Client.prototype[method] = function withoutOptions(request) {
        return this[`${method}WithOptions`](request, new $dara.RuntimeOptions({}));
      };
    } else {
      Client.prototype[`${method}WithOptions`] = function withOptions(runtime) {
        return this.send(action, undefined, runtime);
      };
      Client.prototype[method] = function withoutOptions() {
        return this[`${method}WithOptions`](new $dara.RuntimeOptions({}));
      };
    }
  }
  return { default: Client, ...models };
}

/** Used as `@alicloud/mts20140618` is: `new ice.default(config)`, `new ice.GetMediaInfoRequest({ mediaId })`. */
export default generate(ims);

import { createRequire } from 'node:module';
import RPCClient from '@alicloud/pop-core';
import { addressOf } from './address.mjs';

// The generated SDK is CommonJS with re-exports that an ES import does not see.
const require = createRequire(import.meta.url);
const mts = require('@alicloud/mts20140618');

const patience = 60_000;
// The keys of local.settings.sample.json.
export const local = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
export const reader = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };
export const other = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);
// An SDK would send the text "undefined".
const given = (params) => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
const mapKeys = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [change(key), value]));

/** Each has `call(action, params)`: it returns the answer with wire names, or throws an error with code, status and requestId. */
export const mpsClients = [
  { name: 'pop-core, V1 by GET', create: (endpoint, key) => popCore(endpoint, key, 'GET') },
  { name: 'pop-core, V1 by POST', create: (endpoint, key) => popCore(endpoint, key, 'POST') },
  { name: 'mts20140618, V1', create: (endpoint, key) => generated(endpoint, key, { signatureAlgorithm: 'v2' }) },
  { name: 'mts20140618, V3', create: (endpoint, key) => generated(endpoint, key, {}) },
];

function popCore(endpoint, key, method) {
  const client = new RPCClient({ endpoint, apiVersion: '2014-06-18', ...local, ...key });
  const call = async (action, params) => {
    try {
      return await client.request(action, given(params), { method, timeout: patience });
    } catch (error) {
      throw failure(error, error.entry?.response?.statusCode, error.data?.RequestId);
    }
  };
  return { call };
}

function generated(endpoint, key, signing) {
  const { host, protocol } = addressOf(endpoint);
  const config = { endpoint: host, protocol, regionId: 'cn-hangzhou' };
  const client = new mts.default({ ...config, ...local, ...key, ...signing });
  const runtime = { readTimeout: patience, connectTimeout: patience };
  const call = async (action, params) => {
    const request = new mts[`${action}Request`](mapKeys(params, lowerFirst));
    try {
      // Members that its models lack are dropped here, as for every user of this SDK.
      return (await client[`${lowerFirst(action)}WithOptions`](request, runtime)).body.toMap();
    } catch (error) {
      throw failure(error, error.statusCode, error.requestId ?? error.data?.RequestId);
    }
  };
  return { call };
}

const failure = (cause, status, requestId) =>
  Object.assign(new Error(cause.message, { cause }), { code: cause.code, status, requestId });

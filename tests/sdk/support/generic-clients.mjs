import { createRequire } from 'node:module';
import { addressOf } from './address.mjs';
import { local } from './mps-clients.mjs';

// These packages are CommonJS with re-exports that an ES import does not see.
const require = createRequire(import.meta.url);
const openApi = require('@alicloud/openapi-client');
const core = require('@alicloud/openapi-core');
const { RuntimeOptions } = require('@alicloud/tea-util');

const patience = 60_000;

/**
 * The vendor's generic clients, on which its generated SDKs are built. Each has `create(endpoint, config)`, which returns
 * `call({ action, version, bodyType, reqBodyType }, { query, body })`: the SDK's own answer, or its own error.
 */
export const genericClients = [
  { name: 'openapi-client', create: (...how) => generic(openApi.default, openApi, ...how) },
  { name: 'openapi-core', create: (...how) => generic(core.default, core.$OpenApiUtil, ...how) },
];

function generic(Client, { Config, OpenApiRequest, Params }, endpoint, config) {
  const { host, protocol } = addressOf(endpoint);
  const client = new Client(new Config({ endpoint: host, protocol, regionId: 'cn-hangzhou', ...local, ...config }));
  const where = { protocol, pathname: '/', method: 'POST', authType: 'AK', style: 'RPC', bodyType: 'json', reqBodyType: 'formData' };
  const runtime = new RuntimeOptions({ readTimeout: patience, connectTimeout: patience });
  return (how, request) => client.callApi(new Params({ ...where, ...how }), new OpenApiRequest(request), runtime);
}

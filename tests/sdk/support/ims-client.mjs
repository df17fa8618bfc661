import { createRequire } from 'node:module';
import { addressOf } from './address.mjs';

const require = createRequire(import.meta.url);
const OpenApi = require('@alicloud/openapi-client');
// The version that the client itself depends on.
const { default: OpenApiUtil } = createRequire(require.resolve('@alicloud/openapi-client'))('@alicloud/openapi-util');

const patience = 60_000;
const local = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/**
 * Returns `call(action, params)` for ICE 2020-11-09, signed with V3. It returns the answer's body, or throws an error with code,
 * status and requestId. An object parameter is flattened ("Input.Type"), as this generic client does; text is sent unchanged.
 */
export function imsClient(endpoint, key) {
  const { host, protocol } = addressOf(endpoint);
  const config = { endpoint: host, protocol, regionId: 'cn-hangzhou', ...local, ...key };
  const client = new OpenApi.default(new OpenApi.Config(config));
  const call = async (action, params = {}) => {
    const api = new OpenApi.Params({
      action,
      version: '2020-11-09',
      protocol,
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'json',
    });
    const request = new OpenApi.OpenApiRequest({ query: OpenApiUtil.query(params) });
    try {
      return (await client.callApi(api, request, { readTimeout: patience, connectTimeout: patience })).body;
    } catch (cause) {
      const requestId = cause.data?.RequestId ?? cause.requestId;
      throw Object.assign(new Error(cause.message, { cause }), { code: cause.code, status: cause.data?.statusCode, requestId });
    }
  };
  return { call };
}

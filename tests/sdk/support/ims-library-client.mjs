import { createRequire } from 'node:module';
import { addressOf } from './address.mjs';

// These packages are CommonJS with re-exports that an ES import does not see.
const require = createRequire(import.meta.url);
const openApi = require('@alicloud/openapi-client');
const teaUtil = require('@alicloud/tea-util');

const patience = 60_000;

/**
 * The vendor's generic client, called as the generated SDK of the media library calls it: `call(action, params)`.
 * Parameters are sent in the address, or with `inBody` in a form, which the generic client also supports.
 */
export function imsLibraryClient(endpoint, key = {}, { inBody = false } = {}) {
  const { host, protocol } = addressOf(endpoint);
  const client = new openApi.default(
    new openApi.Config({
      endpoint: host,
      protocol,
      regionId: 'cn-hangzhou',
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      ...key,
    }),
  );
  const runtime = new teaUtil.RuntimeOptions({ readTimeout: patience, connectTimeout: patience });
  const call = async (action, query = {}) => {
    const params = new openApi.Params({
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
    const texts = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
    try {
      const request = new openApi.OpenApiRequest(inBody ? { body: texts } : { query: texts });
      return (await client.callApi(params, request, runtime)).body;
    } catch (error) {
      const status = error.statusCode ?? error.data?.statusCode;
      throw Object.assign(new Error(error.message, { cause: error }), { code: error.code, status });
    }
  };
  return { call };
}

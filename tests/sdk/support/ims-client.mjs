import { createRequire } from 'node:module';
import { genericClients } from './generic-clients.mjs';

const require = createRequire(import.meta.url);
// The version that the client itself depends on.
const { default: OpenApiUtil } = createRequire(require.resolve('@alicloud/openapi-client'))('@alicloud/openapi-util');

/**
 * Returns `call(action, params)` for ICE 2020-11-09, signed with V3. It returns the answer's body, or throws an error with code,
 * status and requestId. Parameters are sent in the address, or with `inBody` in a form. An object is flattened ("Input.Type"), as
 * the generic client does; text is sent unchanged.
 */
export function imsClient(endpoint, key, { inBody = false } = {}) {
  const send = genericClients[0].create(endpoint, key);
  const call = async (action, params = {}) => {
    const sent = OpenApiUtil.query(params);
    try {
      return (await send({ action, version: '2020-11-09' }, inBody ? { body: sent } : { query: sent })).body;
    } catch (cause) {
      const status = cause.statusCode ?? cause.data?.statusCode;
      const requestId = cause.data?.RequestId ?? cause.requestId;
      throw Object.assign(new Error(cause.message, { cause }), { code: cause.code, status, requestId });
    }
  };
  return { call };
}

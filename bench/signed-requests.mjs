import { createHmac, randomUUID } from 'node:crypto';
import { inputOf } from '../tests/sdk/support/mps.mjs';

const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const local = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/** The target of a GET, signed in advance with signature version 1.0, because signing costs more than sending. */
export function signedTarget(version, action, parameters, key = local) {
  const all = {
    Action: action,
    Version: version,
    Format: 'JSON',
    AccessKeyId: key.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    ...parameters,
  };
  const query = Object.keys(all).sort().map((name) => `${encode(name)}=${encode(all[name])}`).join('&');
  const signature = createHmac('sha1', `${key.accessKeySecret}&`).update(`GET&%2F&${encode(query)}`).digest('base64');
  return `/?${query}&Signature=${encode(signature)}`;
}

const mps = (action, parameters) => signedTarget('2014-06-18', action, parameters);
const ims = (action, parameters) => signedTarget('2020-11-09', action, parameters);

export const analyseTarget = (key) => mps('SubmitMediaInfoJob', { Input: inputOf(key), Async: 'false' });
export const queryTarget = (ids) => mps('QueryMediaInfoJobList', { MediaInfoJobIds: ids.join(',') });

export const submitTarget = (key) => ims('SubmitMediaInfoJob', { Input: JSON.stringify({ Type: 'OSS', Media: `oss://example-bucket/${key}` }) });
export const getTarget = (id) => ims('GetMediaInfoJob', { JobId: id });
export const listTarget = () => ims('ListMediaInfoJobs', { PageSize: '20' });

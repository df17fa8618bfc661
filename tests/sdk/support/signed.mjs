import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { local } from './mps-clients.mjs';

// Requests signed by hand, for tests that need what an SDK would not send. Based on the vendor's pages, not on our server.

const patience = 60_000;
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const isoTime = (date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const canonical = (params) =>
  Object.keys(params)
    .sort()
    .map((name) => `${encode(name)}=${encode(params[name])}`)
    .join('&');
const defined = (object) =>
  Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

/** Minutes from now as a request's time. */
export const minutesAhead = (minutes) => isoTime(new Date(Date.now() + minutes * 60_000));

/** Signature version 1. Every parameter can be overridden or, with undefined, omitted. */
export function v1(endpoint, params, { method = 'GET', key = local, headers = {} } = {}) {
  const { Signature, ...signed } = defined({
    Version: '2014-06-18',
    AccessKeyId: key.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: isoTime(new Date()),
    ...params,
  });
  const stringToSign = `${method}&%2F&${encode(canonical(signed))}`;
  const signature = createHmac('sha1', `${key.accessKeySecret}&`).update(stringToSign).digest('base64');
  const withSignature = 'Signature' in params && Signature === undefined ? {} : { Signature: Signature ?? signature };
  const sent = canonical({ ...signed, ...withSignature });
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  return method === 'POST'
    ? { url: `${endpoint}/`, init: { method, headers: form, body: sent }, stringToSign, signature }
    : { url: `${endpoint}/?${sent}`, init: { method, headers }, stringToSign, signature };
}

/**
 * Signature version 3. `body` is sent unchanged, with its `type`; headers can be overridden or omitted; `accept` is not signed.
 */
export function v3(endpoint, action, params = {}, options = {}) {
  const { method = 'POST', key = local, type, headers = {}, unsigned = [], algorithm = 'ACS3-HMAC-SHA256' } = options;
  const { accept = 'application/json' } = options;
  const body = options.body ?? '';
  const sent = defined({
    'content-type': type,
    'x-acs-action': action,
    'x-acs-version': '2014-06-18',
    'x-acs-date': isoTime(new Date()),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-content-sha256': sha256(body),
    ...headers,
  });
  const signed = { host: new URL(endpoint).host, ...sent };
  const names = Object.keys(signed).filter((name) => !unsigned.includes(name)).sort();
  const canonicalHeaders = names.map((name) => `${name}:${signed[name].trim()}\n`).join('');
  const query = canonical(defined(params));
  const digest = sent['x-acs-content-sha256'] ?? '';
  const canonicalRequest = [method, '/', query, canonicalHeaders, names.join(';'), digest].join('\n');
  const stringToSign = `${algorithm}\n${sha256(canonicalRequest)}`;
  const signature = createHmac('sha256', key.accessKeySecret).update(stringToSign).digest('hex');
  sent.authorization = `${algorithm} Credential=${key.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  const init = { method, headers: accept ? { accept, ...sent } : sent, body: method === 'GET' ? undefined : body };
  return { url: `${endpoint}/${query && `?${query}`}`, init, stringToSign, signature };
}

const known = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** Every way of signing, as `sign(endpoint, action, params, { key, nonce, time, version, headers })`. */
export const schemes = [
  { name: 'V1 by GET', sign: (...call) => byV1('GET', ...call) },
  { name: 'V1 by POST', sign: (...call) => byV1('POST', ...call) },
  { name: 'V3', sign: byV3 },
];

function byV1(method, endpoint, action, params, { key, nonce, time, version, headers } = {}) {
  const how = known({ SignatureNonce: nonce, Timestamp: time, Version: version });
  return v1(endpoint, { Action: action, Format: 'JSON', ...params, ...how }, { method, key, headers });
}

function byV3(endpoint, action, params, { key, nonce, time, version, headers } = {}) {
  const how = known({ 'x-acs-signature-nonce': nonce, 'x-acs-date': time, 'x-acs-version': version });
  return v3(endpoint, action, params, { key, headers: { ...headers, ...how } });
}

/** Sends a signed request, any number of times; `to` is another endpoint of the same host. */
export async function send({ url, init }, to = url) {
  const target = new URL(to);
  const headers = { host: new URL(url).host, connection: 'close', ...init.headers };
  const body = init.body ?? '';
  if (init.method !== 'GET') {
    headers['content-length'] = Buffer.byteLength(body);
  }
  // Not `fetch`, which does not allow every Host header and path.
  const path = url.slice(new URL(url).origin.length);
  const options = { method: init.method, hostname: target.hostname, port: target.port, path, headers };
  const [answer] = await once(request({ ...options, signal: AbortSignal.timeout(patience) }).end(body), 'response');
  const chunks = await answer.toArray();
  const text = Buffer.concat(chunks).toString('utf8');
  const json = () => JSON.parse(text);
  return { status: answer.statusCode, type: answer.headers['content-type'], headers: answer.headers, text, json };
}

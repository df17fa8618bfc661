import { currentSession } from '../app/session.ts';
import type { Answer } from './Answer.ts';
import { ApiError } from './ApiError.ts';
import { isMembers } from './json.ts';
import type { Key } from './Key.ts';
import { send } from './send.ts';
import { signMns } from './signing/mns.ts';
import { newStamp, type Pair, type PlainRequest, type SignedRequest } from './signing/PlainRequest.ts';
import { signRpcV3 } from './signing/rpcV3.ts';
import { signSdkHmac } from './signing/sdkHmac.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** The versions that tell the RPC APIs apart. */
export const versions = { mediainfo: '2026-01-01', mps: '2014-06-18', ims: '2020-11-09' } as const;

export interface CallOptions {
  /** Another key than that of the session. */
  readonly key?: Key;
  readonly signal?: AbortSignal;
}

export interface RpcOptions extends CallOptions {
  /** Which API; our own unless it is given. */
  readonly version?: string;
}

/** A value of a parameter; undefined and "" are left out, an object or a list is sent as its JSON. */
export type ParameterValue = string | number | boolean | object | undefined;

export type Parameters = Readonly<Record<string, ParameterValue>>;

/** Calls an RPC action with the session's key. Throws {@link ApiError} for an answer that is an error. */
export async function callRpc<T>(action: string, parameters: Parameters = {}, options: RpcOptions = {}): Promise<T> {
  return membersOf(await askRpc(action, parameters, options)) as T;
}

/** The same with the whole answer, such as one in XML. */
export async function askRpc(action: string, parameters: Parameters = {}, options: RpcOptions = {}): Promise<Answer> {
  const request = {
    origin: window.location.origin, action, version: options.version ?? versions.mediainfo, parameters: pairsOf(parameters),
  };
  return answerTo(signRpcV3(request, keyOf(options), newStamp()), options, action);
}

/** A call of MPC or MNS: path and query are not encoded. */
export interface RestCall {
  readonly method: string;
  readonly path: string;
  readonly query?: Parameters;
  readonly body?: string;
}

/** Calls MPC with the session's key; the body is JSON. */
export async function callMpc<T>(call: RestCall, options: CallOptions = {}): Promise<T> {
  const headers = call.body === undefined ? {} : { 'Content-Type': 'application/json' };
  return membersOf(await answerTo(signSdkHmac(requestOf(call, headers), keyOf(options), newStamp()), options)) as T;
}

/** Calls MNS with the session's key; bodies are XML. Undefined for an answer without a body. */
export async function callMns(call: RestCall, options: CallOptions = {}): Promise<XmlElement | undefined> {
  const answer = await answerTo(signMns(requestOf(call, {}), keyOf(options), newStamp()), options);
  const root = parseXml(answer.text);
  if (!root && answer.text.trim() !== '') {
    throw new ApiError(answer);
  }
  return root;
}

/** The answer's JSON. A proxy may answer 200 with a page of its own. */
function membersOf(answer: Answer): unknown {
  if (!isMembers(answer.json)) {
    throw new ApiError(answer);
  }
  return answer.json;
}

async function answerTo(request: SignedRequest, options: CallOptions, action?: string): Promise<Answer> {
  const answer = await send(request, options.signal);
  if (answer.status < 200 || answer.status > 299) {
    throw new ApiError(answer, action);
  }
  return answer;
}

function keyOf(options: CallOptions): Key {
  const key = options.key ?? currentSession()?.key;
  if (!key) {
    throw new Error('Nobody is signed in.');
  }
  return key;
}

function requestOf(call: RestCall, headers: Readonly<Record<string, string>>): PlainRequest {
  return {
    method: call.method,
    origin: window.location.origin,
    path: call.path,
    query: pairsOf(call.query ?? {}),
    headers,
    ...(call.body === undefined ? {} : { body: call.body }),
  };
}

const pairsOf = (parameters: Parameters): Pair[] =>
  Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);

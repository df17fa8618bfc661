import { sentParameters } from '../model/request.ts';
import { hostOf, protocolOf, type Call, type Snippet } from './Call.ts';
import { keyId, keySecret } from './alibabaKeys.ts';
import { requestTerm, type Term } from './Term.ts';
import { nodeName, nodeText } from './literals.ts';
import { camel, indent } from './words.ts';

/** MPS has an SDK for Node. That of IMS is called by the vendor's client without classes, which every registry has. */
export function alibabaNode(call: Call): Snippet {
  const { action } = call;
  if (action.dialect !== 'mps') {
    const pairs = sentParameters(action, call.values, 'query').map(([name, text]) => `${nodeName(name)}: ${nodeText(text)},`);
    return {
      install: 'npm install @alicloud/pop-core',
      isGeneric: true,
      code: `import RPCClient from '@alicloud/pop-core';

const client = new RPCClient({
  endpoint: ${nodeText(call.origin)}, apiVersion: '${action.version}', opts: { timeout: 60_000 },
  accessKeyId: process.env.${keyId}, accessKeySecret: process.env.${keySecret},
});
const answer = await client.request('${action.name}', ${objectOf(pairs)}, { method: 'POST' });
console.log(JSON.stringify(answer, null, 2));
`,
    };
  }
  const pairs = requestTerm(call).members.map(({ name, term }) => `${nodeName(camel(name))}: ${inNode(term)},`);
  return {
    install: 'npm install @alicloud/mts20140618',
    code: `import mts from '@alicloud/mts20140618';

const client = new mts.default({
  endpoint: ${nodeText(hostOf(call))}, protocol: '${protocolOf(call)}', regionId: 'cn-hangzhou', readTimeout: 60_000,
  accessKeyId: process.env.${keyId}, accessKeySecret: process.env.${keySecret},
});
const request = new mts.${action.name}Request(${objectOf(pairs)});
const { body } = await client.${camel(action.name)}(request);
console.log(JSON.stringify(body, null, 2));
`,
  };
}

const objectOf = (pairs: readonly string[]): string => (pairs.length === 0 ? '{}' : `{\n${indent(pairs.join('\n'), 2)}\n}`);

// A number beyond 2^53 would be rounded; the SDK sends a text as it is.
const inNode = (term: Term): string =>
  term.kind === 'object' ? '{}'
  : term.kind === 'boolean' || (term.kind !== 'string' && Number.isSafeInteger(Number(term.text))) ? term.text
  : nodeText(term.text);

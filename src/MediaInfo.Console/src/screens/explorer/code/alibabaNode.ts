import { sentParameters } from '../model/request.ts';
import { hostOf, protocolOf, type Call, type Snippet } from './Call.ts';
import { keyId, keySecret } from './alibabaKeys.ts';
import { requestTerm, type Term } from './Term.ts';
import { camel, indent, single } from './words.ts';

/** MPS has an SDK for Node. That of IMS is called by the vendor's client without classes, which every registry has. */
export function alibabaNode(call: Call): Snippet {
  const { action } = call;
  if (action.dialect !== 'mps') {
    const pairs = sentParameters(action, call.values, 'query').map(([name, text]) => `${name}: ${single(text)},`);
    return {
      install: 'npm install @alicloud/pop-core',
      isGeneric: true,
      code: `import RPCClient from '@alicloud/pop-core';

const client = new RPCClient({
  endpoint: ${single(call.origin)}, apiVersion: '${action.version}', opts: { timeout: 60_000 },
  accessKeyId: process.env.${keyId}, accessKeySecret: process.env.${keySecret},
});
const answer = await client.request('${action.name}', ${objectOf(pairs)}, { method: 'POST' });
console.log(JSON.stringify(answer, null, 2));
`,
    };
  }
  const pairs = requestTerm(call).members.map(({ name, term }) => `${camel(name)}: ${inNode(term)},`);
  return {
    install: 'npm install @alicloud/mts20140618',
    code: `import mts from '@alicloud/mts20140618';

const client = new mts.default({
  endpoint: ${single(hostOf(call))}, protocol: '${protocolOf(call)}', regionId: 'cn-hangzhou', readTimeout: 60_000,
  accessKeyId: process.env.${keyId}, accessKeySecret: process.env.${keySecret},
});
const request = new mts.${action.name}Request(${objectOf(pairs)});
const { body } = await client.${camel(action.name)}(request);
console.log(JSON.stringify(body, null, 2));
`,
  };
}

const objectOf = (pairs: readonly string[]): string => (pairs.length === 0 ? '{}' : `{\n${indent(pairs.join('\n'), 2)}\n}`);

const inNode = (term: Term): string =>
  term.kind === 'object' ? '{}' : term.kind === 'string' ? single(term.text) : term.text.toLowerCase();

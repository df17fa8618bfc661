import { sentParameters } from '../model/request.ts';
import type { Call, Snippet } from './Call.ts';
import { bodyMembers, hasBody, keyId, keySecret, project } from './mpcParts.ts';
import { single } from './words.ts';

/** The registries have no classes of MPC for Node, so the SDK's core sends the request. */
export function mpcNode(call: Call): Snippet {
  const query = sentParameters(call.action, call.values, 'query').map(([name, text]) => `${name}: ${single(text)}`).join(', ');
  const data = hasBody(call) ? `\n  data: ${JSON.stringify(Object.fromEntries(bodyMembers(call)), null, 2).replaceAll('\n', '\n  ')},` : '';
  return {
    install: 'npm install @huaweicloud/huaweicloud-sdk-core uuid@9',
    isGeneric: true,
    code: `import core from '@huaweicloud/huaweicloud-sdk-core';
import builder from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js';

const credential = new core.BasicCredentials()
  .withAk(process.env.${keyId}).withSk(process.env.${keySecret}).withProjectId(${single(project(call))});
const client = new builder.ClientBuilder((c) => c).withCredential(credential).withEndpoint(${single(call.origin)}).build();
const answer = await client.sendRequest({
  method: '${call.action.method}', url: '${call.action.path}', contentType: 'application/json',
  pathParams: { project_id: ${single(project(call))} }, queryParams: {${query === '' ? '' : ` ${query} `}}, headers: {},${data}
});
console.log(JSON.stringify(answer, null, 2));
`,
  };
}

import { indentJson, readJson } from '../../../api/json.ts';
import { wellFormed } from '../../../api/wellFormed.ts';
import { bodyOf, sentParameters } from '../model/request.ts';
import type { Call, Snippet } from './Call.ts';
import { hasBody, keyId, keySecret, project } from './mpcParts.ts';
import { nodeText } from './literals.ts';

/** The registries have no classes of MPC for Node, so the SDK's core sends the request. */
export function mpcNode(call: Call): Snippet {
  const query = sentParameters(call.action, call.values, 'query').map(([name, text]) => `${name}: ${nodeText(text)}`).join(', ');
  const data = hasBody(call) ? `\n  data: ${bodyText(call).replaceAll('\n', '\n  ')},` : '';
  return {
    install: 'npm install @huaweicloud/huaweicloud-sdk-core uuid@9',
    isGeneric: true,
    code: `import core from '@huaweicloud/huaweicloud-sdk-core';
import builder from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js';

const credential = new core.BasicCredentials()
  .withAk(process.env.${keyId}).withSk(process.env.${keySecret}).withProjectId(${nodeText(project(call))});
const client = new builder.ClientBuilder((c) => c).withCredential(credential).withEndpoint(${nodeText(call.origin)}).build();
const answer = await client.sendRequest({
  method: '${call.action.method}', url: '${call.action.path}', contentType: 'application/json',
  pathParams: { project_id: ${nodeText(project(call))} }, queryParams: {${query === '' ? '' : ` ${query} `}}, headers: {},${data}
});
console.log(JSON.stringify(answer, null, 2));
`,
  };
}

/** The body as it was written: JSON is JavaScript. */
function bodyText(call: Call): string {
  const text = bodyOf(call.action, call.values) ?? '{}';
  try {
    readJson(text);
    return indentJson(wellFormed(text));
  } catch {
    // The form says what is wrong with it.
    return '{}';
  }
}

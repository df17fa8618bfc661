import type { Call, Snippet } from './Call.ts';
import { bodyMembers, hasBody, isObject, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import { indent, quoted, snake } from './words.ts';

export function mpcPython(call: Call): Snippet {
  const style: Style = { text: quoted, list: (items) => `[${items.join(', ')}]`, status: quoted, number: (text) => text };
  const arguments_ = hasBody(call)
    ? `body=models.CreateExtractTaskReq(\n${indent(bodyMembers(call).map(([name, value]) => `${name}=${inPython(value)},`).join('\n'), 4)}\n)`
    : queryOf(call, style).map(([name, code]) => `${name}=${code}`).join(', ');
  return {
    install: 'pip install huaweicloudsdkmpc',
    code: `import os

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkmpc.v1 import MpcClient, model as models

credentials = BasicCredentials(os.environ["${keyId}"], os.environ["${keySecret}"], ${quoted(project(call))})
client = MpcClient.new_builder().with_credentials(credentials).with_endpoint(${quoted(call.origin)}).build()
request = models.${call.action.name}Request(${arguments_})
print(client.${snake(call.action.name)}(request))
`,
  };
}

const inPython = (value: unknown): string =>
  isObject(value)
    ? `models.ObsObjInfo(${Object.entries(value).map(([name, inner]) => `${name}=${JSON.stringify(inner)}`).join(', ')})`
    : JSON.stringify(value);

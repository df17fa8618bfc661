import type { Call, Snippet } from './Call.ts';
import { pythonText } from './literals.ts';
import { bodyMembers, hasBody, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import type { Term } from './Term.ts';
import { indent, snake } from './words.ts';

export function mpcPython(call: Call): Snippet {
  const style: Style = { text: pythonText, list: (items) => `[${items.join(', ')}]`, status: pythonText, number: (text) => text };
  const arguments_ = hasBody(call)
    ? `body=models.CreateExtractTaskReq(\n${indent(bodyMembers(call).map(({ name, term }) => `${name}=${inPython(term)},`).join('\n'), 4)}\n)`
    : queryOf(call, style).map(([name, code]) => `${name}=${code}`).join(', ');
  return {
    install: 'pip install huaweicloudsdkmpc',
    code: `import os

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkmpc.v1 import MpcClient, model as models

credentials = BasicCredentials(os.environ["${keyId}"], os.environ["${keySecret}"], ${pythonText(project(call))})
client = MpcClient.new_builder().with_credentials(credentials).with_endpoint(${pythonText(call.origin)}).build()
request = models.${call.action.name}Request(${arguments_})
print(client.${snake(call.action.name)}(request))
`,
  };
}

const inPython = (term: Term): string =>
  term.kind === 'object' ? `models.ObsObjInfo(${term.members.map((member) => `${member.name}=${inPython(member.term)}`).join(', ')})`
  : term.kind === 'string' ? pythonText(term.text)
  : term.text;

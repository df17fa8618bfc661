import { sentParameters } from '../model/request.ts';
import { hostOf, protocolOf, type Call, type Snippet } from './Call.ts';
import { keyId, keySecret } from './alibabaKeys.ts';
import { pythonText } from './literals.ts';
import { requestTerm, type Term } from './Term.ts';
import { indent, pascal, snake } from './words.ts';

export function alibabaPython(call: Call): Snippet {
  const { action } = call;
  const settings = `endpoint=${pythonText(hostOf(call))}, protocol=${pythonText(protocolOf(call))}, region_id="cn-hangzhou",
    access_key_id=os.environ["${keyId}"], access_key_secret=os.environ["${keySecret}"],`;
  const module = action.dialect === 'mps' ? 'alibabacloud_mts20140618' : 'alibabacloud_ice20201109';
  if (action.dialect === 'mediainfo') {
    const pairs = sentParameters(action, call.values, 'query').map(([name, text]) => `${pythonText(name)}: ${pythonText(text)},`);
    return {
      install: 'pip install alibabacloud_tea_openapi alibabacloud_tea_util',
      isGeneric: true,
      code: `import json
import os

from alibabacloud_tea_openapi.client import Client
from alibabacloud_tea_openapi.models import Config, OpenApiRequest, Params
from alibabacloud_tea_util.models import RuntimeOptions

client = Client(Config(
    ${settings}
))
params = Params(
    action="${action.name}", version="${action.version}", protocol=${pythonText(protocolOf(call))}, pathname="/", method="POST",
    auth_type="AK", style="RPC", req_body_type="formData", body_type="json",
)
request = OpenApiRequest(query={${pairs.length === 0 ? '' : `\n${indent(pairs.join('\n'), 4)}\n`}})
answer = client.call_api(params, request, RuntimeOptions(read_timeout=60000))
print(json.dumps(answer["body"], indent=2, ensure_ascii=False))
`,
    };
  }
  return {
    install: `pip install ${module}`,
    code: `import json
import os

from ${module} import models
from ${module}.client import Client
from alibabacloud_tea_openapi.models import Config

client = Client(Config(
    ${settings}
))
request = ${inPython(requestTerm(call))}
answer = client.${snake(action.name)}(request)
print(json.dumps(answer.body.to_map(), indent=2, ensure_ascii=False))
`,
  };
}

function inPython(term: Term): string {
  if (term.kind !== 'object') {
    return term.kind === 'string' ? pythonText(term.text) : term.kind === 'boolean' ? pascal(term.text) : term.text;
  }
  const members = term.members.map(({ name, term: inner }) => `${snake(name)}=${inPython(inner)},`).join('\n');
  return `models.${term.className}(${members === '' ? '' : `\n${indent(members, 4)}\n`})`;
}

import { sentParameters } from '../model/request.ts';
import { hostOf, protocolOf, type Call, type Snippet } from './Call.ts';
import { keyId, keySecret } from './alibabaKeys.ts';
import { csharpText } from './literals.ts';
import { requestTerm, type Term } from './Term.ts';

export function alibabaCsharp(call: Call): Snippet {
  const { action } = call;
  const sdk = action.dialect === 'mps' ? 'AlibabaCloud.SDK.Mts20140618' : 'AlibabaCloud.SDK.ICE20201109';
  const config = `new Config
{
    Endpoint = ${csharpText(hostOf(call))}, Protocol = ${csharpText(protocolOf(call))}, RegionId = "cn-hangzhou", ReadTimeout = 60000,
    AccessKeyId = Environment.GetEnvironmentVariable("${keyId}"),
    AccessKeySecret = Environment.GetEnvironmentVariable("${keySecret}"),
}`;
  if (action.dialect === 'mediainfo') {
    const pairs = sentParameters(action, call.values, 'query').map(([name, text]) => `\n        [${csharpText(name)}] = ${csharpText(text)},`);
    return {
      install: 'dotnet add package AlibabaCloud.OpenApiClient',
      isGeneric: true,
      code: `using System.Text.Json;
using AlibabaCloud.OpenApiClient.Models;
using AlibabaCloud.TeaUtil.Models;

var client = new AlibabaCloud.OpenApiClient.Client(${config});
var parameters = new Params
{
    Action = "${action.name}", Version = "${action.version}", Protocol = ${csharpText(protocolOf(call))}, Pathname = "/", Method = "POST",
    AuthType = "AK", Style = "RPC", ReqBodyType = "formData", BodyType = "json",
};
var request = new OpenApiRequest
{
    Query = new Dictionary<string, string>
    {${pairs.join('')}
    },
};
Console.WriteLine(JsonSerializer.Serialize(client.CallApi(parameters, request, new RuntimeOptions())["body"]));
`,
    };
  }
  return {
    install: `dotnet add package ${sdk}`,
    code: `using System.Text.Json;
using AlibabaCloud.OpenApiClient.Models;
using ${sdk}.Models;

var client = new ${sdk}.Client(${config});
var request = ${inCsharp(requestTerm(call))};
Console.WriteLine(JsonSerializer.Serialize(client.${action.name}(request).Body.ToMap()));
`,
  };
}

function inCsharp(term: Term, depth = 1): string {
  if (term.kind !== 'object') {
    return term.kind === 'string' ? csharpText(term.text) : term.kind === 'long' ? `${term.text}L` : term.text;
  }
  const spaces = ' '.repeat(4 * depth);
  const members = term.members.map(({ name, term: inner }) => `\n${spaces}${name} = ${inCsharp(inner, depth + 1)},`).join('');
  return members === '' ? `new ${term.className}()` : `new ${term.className}\n${spaces.slice(4)}{${members}\n${spaces.slice(4)}}`;
}

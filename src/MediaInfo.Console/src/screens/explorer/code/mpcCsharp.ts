import type { Call, Snippet } from './Call.ts';
import { bodyMembers, hasBody, isObject, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import { pascal, quoted } from './words.ts';

export function mpcCsharp(call: Call): Snippet {
  const style: Style = {
    text: quoted,
    list: (items) => `[${items.join(', ')}]`,
    status: (text) => `ListExtractTaskRequest.StatusEnum.FromValue(${quoted(text)})`,
    number: (text) => text,
  };
  const members = hasBody(call)
    ? [`Body = new CreateExtractTaskReq { ${bodyMembers(call).map(([name, value]) => `${pascal(name)} = ${inCsharp(value)}`).join(', ')} },`]
    : queryOf(call, style).map(([name, code]) => `${pascal(name)} = ${code},`);
  return {
    install: 'dotnet add package HuaweiCloud.SDK.Mpc',
    code: `using HuaweiCloud.SDK.Core.Auth;
using HuaweiCloud.SDK.Mpc.V1;
using HuaweiCloud.SDK.Mpc.V1.Model;

var credentials = new BasicCredentials(
    Environment.GetEnvironmentVariable("${keyId}"), Environment.GetEnvironmentVariable("${keySecret}"), ${quoted(project(call))});
var client = MpcClient.NewBuilder().WithCredential(credentials).WithEndPoint(${quoted(call.origin)}).Build();
var answer = client.${call.action.name}(new ${call.action.name}Request
{
${members.map((member) => `    ${member}`).join('\n')}
});
Console.WriteLine(answer);
`,
  };
}

const inCsharp = (value: unknown): string =>
  isObject(value)
    ? `new ObsObjInfo { ${Object.entries(value).map(([name, inner]) => `${pascal(name)} = ${JSON.stringify(inner)}`).join(', ')} }`
    : JSON.stringify(value);

import type { Call, Snippet } from './Call.ts';
import { csharpText } from './literals.ts';
import { bodyMembers, hasBody, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import type { Term } from './Term.ts';
import { pascal } from './words.ts';

export function mpcCsharp(call: Call): Snippet {
  const style: Style = {
    text: csharpText,
    list: (items) => `[${items.join(', ')}]`,
    status: (text) => `ListExtractTaskRequest.StatusEnum.FromValue(${csharpText(text)})`,
    number: (text) => text,
  };
  const members = hasBody(call)
    ? [`Body = new CreateExtractTaskReq { ${bodyMembers(call).map(({ name, term }) => `${pascal(name)} = ${inCsharp(term)}`).join(', ')} },`]
    : queryOf(call, style).map(([name, code]) => `${pascal(name)} = ${code},`);
  return {
    install: 'dotnet add package HuaweiCloud.SDK.Mpc',
    code: `using HuaweiCloud.SDK.Core.Auth;
using HuaweiCloud.SDK.Mpc.V1;
using HuaweiCloud.SDK.Mpc.V1.Model;

var credentials = new BasicCredentials(
    Environment.GetEnvironmentVariable("${keyId}"), Environment.GetEnvironmentVariable("${keySecret}"), ${csharpText(project(call))});
var client = MpcClient.NewBuilder().WithCredential(credentials).WithEndPoint(${csharpText(call.origin)}).Build();
var answer = client.${call.action.name}(new ${call.action.name}Request
{
${members.map((member) => `    ${member}`).join('\n')}
});
Console.WriteLine(answer);
`,
  };
}

const inCsharp = (term: Term): string =>
  term.kind === 'object' ? `new ObsObjInfo { ${term.members.map((member) => `${pascal(member.name)} = ${inCsharp(member.term)}`).join(', ')} }`
  : term.kind === 'string' ? csharpText(term.text)
  : term.text;

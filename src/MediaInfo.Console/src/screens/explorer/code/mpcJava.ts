import type { Call, Snippet } from './Call.ts';
import { javaText } from './literals.ts';
import { bodyMembers, hasBody, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import type { Term } from './Term.ts';
import { pascal } from './words.ts';

export function mpcJava(call: Call): Snippet {
  const style: Style = {
    text: javaText,
    list: (items) => `List.of(${items.join(', ')})`,
    status: (text) => `ListExtractTaskRequest.StatusEnum.fromValue(${javaText(text)})`,
    number: (text) => text,
  };
  const withs = hasBody(call)
    ? `.withBody(new CreateExtractTaskReq()${bodyMembers(call).map(({ name, term }) => `.with${pascal(name)}(${inJava(term)})`).join('')})`
    : queryOf(call, style).map(([name, code]) => `.with${pascal(name)}(${code})`).join('');
  return {
    install: 'Maven: com.huaweicloud.sdk:huaweicloud-sdk-mpc',
    code: `import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.mpc.v1.MpcClient;
import com.huaweicloud.sdk.mpc.v1.model.*;
import java.util.List;

public class Example {
    public static void main(String[] args) {
        BasicCredentials credentials = new BasicCredentials()
            .withAk(System.getenv("${keyId}")).withSk(System.getenv("${keySecret}")).withProjectId(${javaText(project(call))});
        MpcClient client = MpcClient.newBuilder().withCredential(credentials).withEndpoint(${javaText(call.origin)}).build();
        ${call.action.name}Request request = new ${call.action.name}Request()
            ${withs};
        System.out.println(client.${call.action.name.charAt(0).toLowerCase()}${call.action.name.slice(1)}(request));
    }
}
`.replace('()\n            ;', '();'),
  };
}

const inJava = (term: Term): string =>
  term.kind === 'object' ? `new ObsObjInfo()${term.members.map((member) => `.with${pascal(member.name)}(${inJava(member.term)})`).join('')}`
  : term.kind === 'string' ? javaText(term.text)
  : term.text;

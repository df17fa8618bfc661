import type { Call, Snippet } from './Call.ts';
import { bodyMembers, hasBody, isObject, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import { pascal, quoted } from './words.ts';

export function mpcJava(call: Call): Snippet {
  const style: Style = {
    text: quoted,
    list: (items) => `List.of(${items.join(', ')})`,
    status: (text) => `ListExtractTaskRequest.StatusEnum.fromValue(${quoted(text)})`,
    number: (text) => text,
  };
  const withs = hasBody(call)
    ? `.withBody(new CreateExtractTaskReq()${bodyMembers(call).map(([name, value]) => `.with${pascal(name)}(${inJava(value)})`).join('')})`
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
            .withAk(System.getenv("${keyId}")).withSk(System.getenv("${keySecret}")).withProjectId(${quoted(project(call))});
        MpcClient client = MpcClient.newBuilder().withCredential(credentials).withEndpoint(${quoted(call.origin)}).build();
        ${call.action.name}Request request = new ${call.action.name}Request()
            ${withs};
        System.out.println(client.${call.action.name.charAt(0).toLowerCase()}${call.action.name.slice(1)}(request));
    }
}
`.replace('()\n            ;', '();'),
  };
}

const inJava = (value: unknown): string =>
  isObject(value)
    ? `new ObsObjInfo()${Object.entries(value).map(([name, inner]) => `.with${pascal(name)}(${JSON.stringify(inner)})`).join('')}`
    : JSON.stringify(value);

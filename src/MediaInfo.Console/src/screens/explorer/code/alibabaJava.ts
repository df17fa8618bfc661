import { sentParameters } from '../model/request.ts';
import { hostOf, protocolOf, type Call, type Snippet } from './Call.ts';
import { keyId, keySecret } from './alibabaKeys.ts';
import { javaText } from './literals.ts';
import { requestTerm, type Term } from './Term.ts';
import { camel } from './words.ts';

export function alibabaJava(call: Call): Snippet {
  const { action } = call;
  const artifact = action.dialect === 'mps' ? 'mts20140618' : 'ice20201109';
  const config = `new Config()
            .setEndpoint(${javaText(hostOf(call))}).setProtocol(${javaText(protocolOf(call))}).setRegionId("cn-hangzhou").setReadTimeout(60000)
            .setAccessKeyId(System.getenv("${keyId}")).setAccessKeySecret(System.getenv("${keySecret}"))`;
  if (action.dialect === 'mediainfo') {
    const pairs = sentParameters(action, call.values, 'query').map(([name, text]) => `        query.put(${javaText(name)}, ${javaText(text)});\n`);
    return {
      install: 'Maven: com.aliyun:tea-openapi',
      isGeneric: true,
      code: `import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.HashMap;
import java.util.Map;

public class Example {
    public static void main(String[] args) throws Exception {
        Client client = new Client(${config});
        Params params = new Params()
            .setAction("${action.name}").setVersion("${action.version}").setProtocol(${javaText(protocolOf(call))}).setPathname("/").setMethod("POST")
            .setAuthType("AK").setStyle("RPC").setReqBodyType("formData").setBodyType("json");
        Map<String, Object> query = new HashMap<>();
${pairs.join('')}        System.out.println(client.callApi(params, new OpenApiRequest().setQuery(query), new RuntimeOptions()).get("body"));
    }
}
`,
    };
  }
  const term = requestTerm(call);
  return {
    install: `Maven: com.aliyun:${artifact}`,
    code: `import com.aliyun.${artifact}.Client;
import com.aliyun.${artifact}.models.*;
import com.aliyun.teaopenapi.models.Config;

public class Example {
    public static void main(String[] args) throws Exception {
        Client client = new Client(${config});
        ${term.className} request = ${inJava(term)};
        System.out.println(client.${camel(action.name)}(request).getBody().toMap());
    }
}
`,
  };
}

function inJava(term: Term, depth = 3): string {
  if (term.kind !== 'object') {
    return term.kind === 'string' ? javaText(term.text) : term.kind === 'long' ? `${term.text}L` : term.text;
  }
  const lines = term.members.map(({ name, term: inner }) => `\n${' '.repeat(4 * depth)}.set${name}(${inJava(inner, depth + 1)})`);
  return `new ${term.className}()${lines.join('')}`;
}

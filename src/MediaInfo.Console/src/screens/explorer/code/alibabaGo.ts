import { sentParameters } from '../model/request.ts';
import { hostOf, protocolOf, type Call, type Snippet } from './Call.ts';
import { keyId, keySecret } from './alibabaKeys.ts';
import { goText } from './literals.ts';
import { requestTerm, type Term } from './Term.ts';

export function alibabaGo(call: Call): Snippet {
  const { action } = call;
  const module = action.dialect === 'mps' ? 'mts-20140618/v3' : 'ice-20201109';
  const config = `&openapi.Config{
		Endpoint: tea.String(${goText(hostOf(call))}), Protocol: tea.String(${goText(protocolOf(call))}), RegionId: tea.String("cn-hangzhou"),
		AccessKeyId: tea.String(os.Getenv("${keyId}")), AccessKeySecret: tea.String(os.Getenv("${keySecret}")),
	}`;
  if (action.dialect === 'mediainfo') {
    const pairs = sentParameters(action, call.values, 'query').map(([name, text]) => `\n\t\t${goText(name)}: tea.String(${goText(text)}),`);
    return {
      install: 'go get github.com/alibabacloud-go/darabonba-openapi/v2 github.com/alibabacloud-go/tea-utils/v2',
      isGeneric: true,
      code: `package main

import (
	"fmt"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	util "github.com/alibabacloud-go/tea-utils/v2/service"
	"github.com/alibabacloud-go/tea/tea"
)

func main() {
	client, err := openapi.NewClient(${config})
	if err != nil {
		panic(err)
	}
	params := &openapi.Params{
		Action: tea.String("${action.name}"), Version: tea.String("${action.version}"), Protocol: tea.String(${goText(protocolOf(call))}),
		Pathname: tea.String("/"), Method: tea.String("POST"), AuthType: tea.String("AK"), Style: tea.String("RPC"),
		ReqBodyType: tea.String("formData"), BodyType: tea.String("json"),
	}
	request := &openapi.OpenApiRequest{Query: map[string]*string{${pairs.join('')}${pairs.length === 0 ? '' : '\n\t'}}}
	answer, err := client.CallApi(params, request, &util.RuntimeOptions{})
	fmt.Println(answer["body"], err)
}
`,
    };
  }
  return {
    install: `go get github.com/alibabacloud-go/${module}`,
    code: `package main

import (
	"fmt"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/client"
	sdk "github.com/alibabacloud-go/${module}/client"
	"github.com/alibabacloud-go/tea/tea"
)

func main() {
	client, err := sdk.NewClient(${config})
	if err != nil {
		panic(err)
	}
	answer, err := client.${action.name}(${inGo(requestTerm(call))})
	fmt.Println(answer, err)
}
`,
  };
}

function inGo(term: Term, depth = 2): string {
  switch (term.kind) {
    case 'string': return `tea.String(${goText(term.text)})`;
    case 'integer': return `tea.Int32(${term.text})`;
    case 'long': return `tea.Int64(${term.text})`;
    case 'boolean': return `tea.Bool(${term.text})`;
    case 'object': {
      const tabs = '\t'.repeat(depth);
      const members = term.members.map(({ name, term: inner }) => `\n${tabs}${name}: ${inGo(inner, depth + 1)},`).join('');
      return `&sdk.${term.className}{${members}${members === '' ? '' : `\n${tabs.slice(1)}`}}`;
    }
  }
}

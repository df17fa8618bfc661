import type { Call, Snippet } from './Call.ts';
import { bodyMembers, hasBody, isObject, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import { pascal, quoted } from './words.ts';

export function mpcGo(call: Call): Snippet {
  const isList = call.action.name === 'ListExtractTask';
  const style: Style = {
    text: (text) => (isList ? `ptr(${quoted(text)})` : quoted(text)),
    list: (items) => `&[]string{${items.map((item) => item.replace(/^ptr\((.*)\)$/, '$1')).join(', ')}}`,
    status: (text) => `ptr(model.GetListExtractTaskRequestStatusEnum().${text})`,
    number: (text) => `ptr(int32(${text}))`,
  };
  const members = hasBody(call)
    ? [`Body: &model.CreateExtractTaskReq{\n${bodyMembers(call).map(([name, value]) => `\t\t\t${pascal(name)}: ${inGo(name, value)},`).join('\n')}\n\t\t},`]
    : queryOf(call, style).map(([name, code]) => `${pascal(name)}: ${code},`);
  const needsPtr = members.some((member) => member.includes('ptr('));
  return {
    install: 'go get github.com/huaweicloud/huaweicloud-sdk-go-v3',
    code: `package main

import (
	"fmt"
	"os"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	mpc "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/mpc/v1"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/mpc/v1/model"
)
${needsPtr ? '\nfunc ptr[T any](value T) *T { return &value }\n' : ''}
func main() {
	key := basic.NewCredentialsBuilder().
		WithAk(os.Getenv("${keyId}")).WithSk(os.Getenv("${keySecret}")).WithProjectId(${quoted(project(call))}).Build()
	client := mpc.NewMpcClient(mpc.MpcClientBuilder().WithCredential(key).WithEndpoint(${quoted(call.origin)}).Build())
	answer, err := client.${call.action.name}(&model.${call.action.name}Request{
${members.map((member) => `\t\t${member}`).join('\n')}
	})
	fmt.Println(answer, err)
}
`,
  };
}

const inGo = (name: string, value: unknown): string =>
  isObject(value)
    ? `&model.ObsObjInfo{${Object.entries(value).map(([inner, text]) => `${pascal(inner)}: ${JSON.stringify(text)}`).join(', ')}}`
    : name === 'sync' ? `ptr(int32(${JSON.stringify(value)}))` : `ptr(${JSON.stringify(value)})`;

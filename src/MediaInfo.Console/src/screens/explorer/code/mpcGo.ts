import type { Call, Snippet } from './Call.ts';
import { goText } from './literals.ts';
import { bodyMembers, hasBody, keyId, keySecret, project, queryOf, type Style } from './mpcParts.ts';
import type { Term } from './Term.ts';
import { pascal } from './words.ts';

export function mpcGo(call: Call): Snippet {
  const isList = call.action.name === 'ListExtractTask';
  const style: Style = {
    text: (text) => (isList ? `ptr(${goText(text)})` : goText(text)),
    list: (items) => `&[]string{${items.map((item) => item.replace(/^ptr\((.*)\)$/, '$1')).join(', ')}}`,
    status: (text) => `ptr(model.GetListExtractTaskRequestStatusEnum().${text})`,
    number: (text) => `ptr(int32(${text}))`,
  };
  const members = hasBody(call)
    ? [`Body: &model.CreateExtractTaskReq{\n${bodyMembers(call).map(({ name, term }) => `\t\t\t${pascal(name)}: ${inGo(term)},`).join('\n')}\n\t\t},`]
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
		WithAk(os.Getenv("${keyId}")).WithSk(os.Getenv("${keySecret}")).WithProjectId(${goText(project(call))}).Build()
	client := mpc.NewMpcClient(mpc.MpcClientBuilder().WithCredential(key).WithEndpoint(${goText(call.origin)}).Build())
	answer, err := client.${call.action.name}(&model.${call.action.name}Request{
${members.map((member) => `\t\t${member}`).join('\n')}
	})
	fmt.Println(answer, err)
}
`,
  };
}

const inGo = (term: Term): string =>
  term.kind === 'object' ? `&model.ObsObjInfo{${term.members.map((member) => `${pascal(member.name)}: ${inner(member.term)}`).join(', ')}}`
  : term.kind === 'string' ? `ptr(${goText(term.text)})`
  : `ptr(int32(${term.text}))`;

const inner = (term: Term): string => (term.kind === 'object' ? 'nil' : goText(term.text));

import { keyId, keySecret } from './alibabaKeys.ts';
import type { Call, Snippet } from './Call.ts';
import { goText, truthOf, wholeOf } from './literals.ts';
import { mnsCallOf, type MnsCall } from './mnsCall.ts';

type Members = Readonly<Record<string, string>>;

/** Code for aliyun-mns-go-sdk. */
export function mnsGo(call: Call): Snippet | undefined {
  const lines = linesOf(mnsCallOf(call));
  return lines === undefined ? undefined : {
    install: 'go get github.com/aliyun/aliyun-mns-go-sdk',
    code: `package main

import (
	"fmt"
	"os"

	ali_mns "github.com/aliyun/aliyun-mns-go-sdk"
)

func main() {
	client, err := ali_mns.NewAliMNSClientWithConfig(ali_mns.AliMNSClientConfig{
		EndPoint: ${goText(call.origin)}, Region: "cn-hangzhou",
		AccessKeyId: os.Getenv("${keyId}"), AccessKeySecret: os.Getenv("${keySecret}"),
	})
	if err != nil {
		panic(err)
	}
${lines.split('\n').map((line) => `\t${line}`).join('\n')}
}
`,
  };
}

function linesOf(call: MnsCall): string | undefined {
  const queue = `queue, err := ali_mns.NewMNSQueue(${goText(call.queue)}, client)\nif err != nil {\n\tpanic(err)\n}\n`;
  const topic = `topic, err := ali_mns.NewMNSTopic(${goText(call.topic)}, client)\nif err != nil {\n\tpanic(err)\n}\n`;
  const queues = 'ali_mns.NewMNSQueueManager(client)';
  const topics = 'ali_mns.NewMNSTopicManager(client)';
  const page = `${goText(call.value('x-mns-marker'))}, ${call.number('x-mns-ret-number', '1000')}, ${goText(call.value('x-mns-prefix'))}`;
  const first = call.items[0] ?? {};
  const handle = goText(call.value('ReceiptHandle'));
  const count = call.number('numOfMessages', '16');
  const wait = call.number('waitseconds', '');
  const print = (code: string) => `fmt.Println(${code})`;
  const topicOf = `${goText(call.topic)}, ${wholeOf(first.MaximumMessageSize ?? '', 32) ?? '65536'}, ${truthOf(first.LoggingEnabled ?? '') ?? 'false'}`;
  switch (call.name) {
    case 'CreateQueue': return print(`${queues}.CreateQueueWithOptions(${goText(call.queue)}${options(first)})`);
    case 'SetQueueAttributes': return print(`${queues}.SetQueueAttributesWithOptions(${goText(call.queue)}${options(first)})`);
    case 'DeleteQueue': return print(`${queues}.DeleteQueue(${goText(call.queue)})`);
    case 'ListQueue': return print(`${queues}.ListQueue(${page})`);
    case 'GetQueueAttributes': return print(`${queues}.GetQueueAttributes(${goText(call.queue)})`);
    case 'SendMessage': return queue + print(`queue.SendMessage(${message(first)})`);
    case 'BatchSendMessage': return queue + print(`queue.BatchSendMessage(${call.items.map(message).join(', ')})`);
    case 'ReceiveMessage': return queue + received('MessageReceiveResponse', `ReceiveMessage(answers, failures${wait === '' ? '' : `, ${wait}`})`);
    case 'BatchReceiveMessage': return queue + received('BatchMessageReceiveResponse', `BatchReceiveMessage(answers, failures, ${count}${wait === '' ? '' : `, ${wait}`})`);
    case 'PeekMessage': return queue + received('MessageReceiveResponse', 'PeekMessage(answers, failures)');
    case 'BatchPeekMessage': return queue + received('BatchMessageReceiveResponse', `BatchPeekMessage(answers, failures, ${count})`);
    case 'DeleteMessage': return queue + print(`queue.DeleteMessage(${handle})`);
    case 'BatchDeleteMessage': return queue + print(`queue.BatchDeleteMessage(${call.items.map((item) => goText(item.ReceiptHandle ?? '')).join(', ')})`);
    case 'ChangeMessageVisibility': return queue + print(`queue.ChangeMessageVisibility(${handle}, ${call.number('VisibilityTimeout', '30')})`);
    case 'CreateTopic': return print(`${topics}.CreateTopic(${topicOf})`);
    case 'SetTopicAttributes': return print(`${topics}.SetTopicAttributes(${topicOf})`);
    case 'DeleteTopic': return print(`${topics}.DeleteTopic(${goText(call.topic)})`);
    case 'ListTopic': return print(`${topics}.ListTopic(${page})`);
    case 'GetTopicAttributes': return print(`${topics}.GetTopicAttributes(${goText(call.topic)})`);
    case 'PublishMessage': return topic + print(`topic.PublishMessage(ali_mns.MessagePublishRequest{${fields(first, ['MessageBody', 'MessageTag'])}})`);
    case 'Subscribe': return topic + print(`topic.Subscribe(${goText(call.subscription)}, ali_mns.MessageSubsribeRequest{${fields(first, ['Endpoint', 'FilterTag', 'NotifyStrategy', 'NotifyContentFormat'])}})`);
    case 'SetSubscriptionAttributes': return first.NotifyStrategy === undefined ? undefined
      : topic + print(`topic.SetSubscriptionAttributes(${goText(call.subscription)}, ali_mns.NotifyStrategyType(${goText(first.NotifyStrategy)}))`);
    case 'Unsubscribe': return topic + print(`topic.Unsubscribe(${goText(call.subscription)})`);
    case 'GetSubscriptionAttributes': return topic + print(`topic.GetSubscriptionAttributes(${goText(call.subscription)})`);
    case 'ListSubscriptionByTopic': return topic + print(`topic.ListSubscriptionByTopic(${page})`);
    default: return undefined;
  }
}

// The client sends what it has received over channels.
const received = (type: string, code: string): string => `answers, failures := make(chan ali_mns.${type}, 1), make(chan error, 1)
go queue.${code}
select {
case answer := <-answers:
	fmt.Println(answer)
case err := <-failures:
	fmt.Println(err)
}`;

const withs = {
  DelaySeconds: 'WithDelaySeconds', MaximumMessageSize: 'WithMaxMessageSize', MessageRetentionPeriod: 'WithMessageRetentionPeriod',
  VisibilityTimeout: 'WithVisibilityTimeout', PollingWaitSeconds: 'WithPollingWaitSeconds', LoggingEnabled: 'WithLoggingEnabled',
} as const;

const options = (members: Members): string => Object.entries(withs)
  .flatMap(([name, option]) => {
    const value = name === 'LoggingEnabled' ? truthOf(members[name] ?? '') : wholeOf(members[name] ?? '', 64);
    return value === undefined ? [] : [`, ali_mns.${option}(${value})`];
  })
  .join('');

const message = (item: Members): string =>
  `ali_mns.MessageSendRequest{MessageBody: ${goText(item.MessageBody ?? '')}, DelaySeconds: ${wholeOf(item.DelaySeconds ?? '', 64) ?? '0'}, `
  + `Priority: ${wholeOf(item.Priority ?? '', 64) ?? '8'}}`;

const fields = (members: Members, names: readonly string[]): string => names
  .flatMap((name) => (members[name] === undefined ? [] : [`${name}: ${goText(members[name])}`]))
  .join(', ');

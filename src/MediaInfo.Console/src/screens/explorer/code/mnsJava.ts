import { keyId, keySecret } from './alibabaKeys.ts';
import type { Call, Snippet } from './Call.ts';
import { mnsCallOf, type MnsCall } from './mnsCall.ts';
import { indent, quoted } from './words.ts';

type Members = Readonly<Record<string, string>>;

/** Code for aliyun-sdk-mns. */
export function mnsJava(call: Call): Snippet | undefined {
  const lines = linesOf(mnsCallOf(call));
  return lines === undefined ? undefined : {
    install: 'Maven: com.aliyun.mns:aliyun-sdk-mns',
    code: `import com.aliyun.mns.client.*;
import com.aliyun.mns.model.*;
import java.util.List;

public class Example {
    public static void main(String[] args) throws Exception {
        CloudAccount account = new CloudAccount(
            System.getenv("${keyId}"), System.getenv("${keySecret}"), ${quoted(call.origin)});
        MNSClient client = account.getMNSClient();
${indent(lines, 8)}
        client.close();
    }
}
`,
  };
}

function linesOf(call: MnsCall): string | undefined {
  const queue = `CloudQueue queue = client.getQueueRef(${quoted(call.queue)});\n`;
  const topic = `CloudTopic topic = client.getTopicRef(${quoted(call.topic)});\n`;
  const page = `${quoted(call.value('x-mns-prefix'))}, ${quoted(call.value('x-mns-marker'))}, ${call.number('x-mns-ret-number', '1000')}`;
  const first = call.items[0] ?? {};
  const handle = quoted(call.value('ReceiptHandle'));
  const count = call.number('numOfMessages', '16');
  const wait = call.number('waitseconds', '0');
  const print = (code: string) => `System.out.println(${code});`;
  switch (call.name) {
    case 'CreateQueue': return `${queue}${queueMeta(first)}${print('queue.create(meta)')}`;
    case 'SetQueueAttributes': return `${queue}${queueMeta(first)}queue.setAttributes(meta);`;
    case 'DeleteQueue': return `${queue}queue.delete();`;
    case 'ListQueue': return print(`client.listQueueURL(${page}).getResult()`);
    case 'GetQueueAttributes': return `${queue}${print('queue.getAttributes()')}`;
    case 'SendMessage': return `${queue}${message(first, 1)}${print('queue.putMessage(message1).getMessageId()')}`;
    case 'BatchSendMessage': {
      const names = call.items.map((_, index) => `message${index + 1}`).join(', ');
      return `${queue}${call.items.map((item, index) => message(item, index + 1)).join('')}${print(`queue.batchPutMessage(List.of(${names}))`)}`;
    }
    case 'ReceiveMessage': return `${queue}${print(`queue.popMessage(${wait})`)}`;
    case 'BatchReceiveMessage': return `${queue}${print(`queue.batchPopMessage(${count}, ${wait})`)}`;
    case 'PeekMessage': return `${queue}${print('queue.peekMessage()')}`;
    case 'BatchPeekMessage': return `${queue}${print(`queue.batchPeekMessage(${count})`)}`;
    case 'DeleteMessage': return `${queue}queue.deleteMessage(${handle});`;
    case 'BatchDeleteMessage': return `${queue}queue.batchDeleteMessage(List.of(${call.items.map((item) => quoted(item.ReceiptHandle ?? '')).join(', ')}));`;
    case 'ChangeMessageVisibility': return `${queue}${print(`queue.changeMessageVisibilityTimeout(${handle}, ${call.number('VisibilityTimeout', '30')})`)}`;
    case 'CreateTopic': return `${topicMeta(call.topic, first)}${print('client.createTopic(meta).getTopicURL()')}`;
    case 'SetTopicAttributes': return `${topic}${topicMeta(call.topic, first)}topic.setAttribute(meta);`;
    case 'DeleteTopic': return `${topic}topic.delete();`;
    case 'ListTopic': return print(`client.listTopicURL(${page}).getResult()`);
    case 'GetTopicAttributes': return `${topic}${print('topic.getAttribute()')}`;
    case 'PublishMessage': return `${topic}TopicMessage message = new RawTopicMessage();\nmessage.setMessageBody(${quoted(first.MessageBody ?? '')});\n${
      first.MessageTag === undefined ? '' : `message.setMessageTag(${quoted(first.MessageTag)});\n`}${print('topic.publishMessage(message).getMessageId()')}`;
    case 'Subscribe': return `${topic}${subscriptionMeta(call.subscription, first)}${print('topic.subscribe(meta)')}`;
    case 'SetSubscriptionAttributes': return `${topic}${subscriptionMeta(call.subscription, first)}topic.setSubscriptionAttr(meta);`;
    case 'Unsubscribe': return `${topic}topic.unsubscribe(${quoted(call.subscription)});`;
    case 'GetSubscriptionAttributes': return `${topic}${print(`topic.getSubscriptionAttr(${quoted(call.subscription)})`)}`;
    case 'ListSubscriptionByTopic': return `${topic}${print(`topic.listSubscriptionUrls(${page}).getResult()`)}`;
    default: return undefined;
  }
}

const queueSetters = {
  DelaySeconds: 'DelaySeconds(#L)', MaximumMessageSize: 'MaxMessageSize(#L)', MessageRetentionPeriod: 'MessageRetentionPeriod(#L)',
  VisibilityTimeout: 'VisibilityTimeout(#L)', PollingWaitSeconds: 'PollingWaitSeconds(#)', LoggingEnabled: 'LoggingEnabled(#)',
} as const;

const topicSetters = { MaximumMessageSize: 'MaxMessageSize(#L)', LoggingEnabled: 'LoggingEnabled(#)' } as const;

const subscriptionSetters = {
  Endpoint: 'Endpoint("#")', FilterTag: 'FilterTag("#")', NotifyStrategy: 'NotifyStrategy(SubscriptionMeta.NotifyStrategy.#)',
  NotifyContentFormat: 'NotifyContentFormat(SubscriptionMeta.NotifyContentFormat.#)',
} as const;

function set(setters: Readonly<Record<string, string>>, members: Members): string {
  return Object.entries(members).flatMap(([name, text]) => {
    const setter = setters[name];
    const value = name === 'LoggingEnabled' ? text.toLowerCase() : quoted(text).slice(1, -1);
    return setter === undefined ? [] : [`meta.set${setter.replace('#', () => value)};\n`];
  }).join('');
}

const queueMeta = (members: Members): string => `QueueMeta meta = new QueueMeta();\n${set(queueSetters, members)}`;

const topicMeta = (name: string, members: Members): string =>
  `TopicMeta meta = new TopicMeta();\nmeta.setTopicName(${quoted(name)});\n${set(topicSetters, members)}`;

const subscriptionMeta = (name: string, members: Members): string =>
  `SubscriptionMeta meta = new SubscriptionMeta();\nmeta.setSubscriptionName(${quoted(name)});\n${set(subscriptionSetters, members)}`;

// The body is sent as it is; otherwise this client encodes it as base64.
const message = (item: Members, number: number): string => `Message message${number} = new Message();
message${number}.setMessageBodyAsRawString(${quoted(item.MessageBody ?? '')});
${item.DelaySeconds === undefined ? '' : `message${number}.setDelaySeconds(${item.DelaySeconds});\n`}${
  item.Priority === undefined ? '' : `message${number}.setPriority(${item.Priority});\n`}`;

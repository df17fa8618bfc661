import { keyId, keySecret } from './alibabaKeys.ts';
import type { Call, Snippet } from './Call.ts';
import { javaText, truthOf, wholeOf } from './literals.ts';
import { mnsCallOf, type MnsCall } from './mnsCall.ts';
import { indent } from './words.ts';

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
            System.getenv("${keyId}"), System.getenv("${keySecret}"), ${javaText(call.origin)});
        MNSClient client = account.getMNSClient();
${indent(lines, 8)}
        client.close();
    }
}
`,
  };
}

function linesOf(call: MnsCall): string | undefined {
  const queue = `CloudQueue queue = client.getQueueRef(${javaText(call.queue)});\n`;
  const topic = `CloudTopic topic = client.getTopicRef(${javaText(call.topic)});\n`;
  const page = `${javaText(call.value('x-mns-prefix'))}, ${javaText(call.value('x-mns-marker'))}, ${call.number('x-mns-ret-number', '1000')}`;
  const first = call.items[0] ?? {};
  const handle = javaText(call.value('ReceiptHandle'));
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
    case 'BatchDeleteMessage': return `${queue}queue.batchDeleteMessage(List.of(${call.items.map((item) => javaText(item.ReceiptHandle ?? '')).join(', ')}));`;
    case 'ChangeMessageVisibility': return `${queue}${print(`queue.changeMessageVisibilityTimeout(${handle}, ${call.number('VisibilityTimeout', '30')})`)}`;
    case 'CreateTopic': return `${topicMeta(call.topic, first)}${print('client.createTopic(meta).getTopicURL()')}`;
    case 'SetTopicAttributes': return `${topic}${topicMeta(call.topic, first)}topic.setAttribute(meta);`;
    case 'DeleteTopic': return `${topic}topic.delete();`;
    case 'ListTopic': return print(`client.listTopicURL(${page}).getResult()`);
    case 'GetTopicAttributes': return `${topic}${print('topic.getAttribute()')}`;
    case 'PublishMessage': return `${topic}TopicMessage message = new RawTopicMessage();\nmessage.setMessageBody(${javaText(first.MessageBody ?? '')});\n${
      first.MessageTag === undefined ? '' : `message.setMessageTag(${javaText(first.MessageTag)});\n`}${print('topic.publishMessage(message).getMessageId()')}`;
    case 'Subscribe': return `${topic}${subscriptionMeta(call.subscription, first)}${print('topic.subscribe(meta)')}`;
    case 'SetSubscriptionAttributes': return `${topic}${subscriptionMeta(call.subscription, first)}topic.setSubscriptionAttr(meta);`;
    case 'Unsubscribe': return `${topic}topic.unsubscribe(${javaText(call.subscription)});`;
    case 'GetSubscriptionAttributes': return `${topic}${print(`topic.getSubscriptionAttr(${javaText(call.subscription)})`)}`;
    case 'ListSubscriptionByTopic': return `${topic}${print(`topic.listSubscriptionUrls(${page}).getResult()`)}`;
    default: return undefined;
  }
}

type Write = (text: string) => string | undefined;

const long: Write = (text) => map(wholeOf(text, 64), (whole) => `${whole}L`);
const integer: Write = (text) => wholeOf(text, 32);

/** A constant of one of the SDK's enums. */
const constant = (type: string): Write => (text) => (/^[A-Z_]+$/.test(text) ? `SubscriptionMeta.${type}.${text}` : undefined);

const map = (text: string | undefined, write: (text: string) => string): string | undefined =>
  text === undefined ? undefined : write(text);

type Setters = Readonly<Record<string, readonly [setter: string, write: Write]>>;

const queueSetters: Setters = {
  DelaySeconds: ['DelaySeconds', long], MaximumMessageSize: ['MaxMessageSize', long], VisibilityTimeout: ['VisibilityTimeout', long],
  MessageRetentionPeriod: ['MessageRetentionPeriod', long], PollingWaitSeconds: ['PollingWaitSeconds', integer],
  LoggingEnabled: ['LoggingEnabled', truthOf],
};

const topicSetters: Setters = { MaximumMessageSize: ['MaxMessageSize', long], LoggingEnabled: ['LoggingEnabled', truthOf] };

const subscriptionSetters: Setters = {
  Endpoint: ['Endpoint', javaText], FilterTag: ['FilterTag', javaText], NotifyStrategy: ['NotifyStrategy', constant('NotifyStrategy')],
  NotifyContentFormat: ['NotifyContentFormat', constant('NotifyContentFormat')],
};

/** Calls of setters; what no setter can take is left out. */
function set(setters: Setters, members: Members): string {
  return Object.entries(members).flatMap(([name, text]) => {
    const [setter, write] = (Object.hasOwn(setters, name) ? setters[name] : undefined) ?? [];
    const value = write?.(text);
    return value === undefined ? [] : [`meta.set${setter}(${value});\n`];
  }).join('');
}

const queueMeta = (members: Members): string => `QueueMeta meta = new QueueMeta();\n${set(queueSetters, members)}`;

const topicMeta = (name: string, members: Members): string =>
  `TopicMeta meta = new TopicMeta();\nmeta.setTopicName(${javaText(name)});\n${set(topicSetters, members)}`;

const subscriptionMeta = (name: string, members: Members): string =>
  `SubscriptionMeta meta = new SubscriptionMeta();\nmeta.setSubscriptionName(${javaText(name)});\n${set(subscriptionSetters, members)}`;

// The body is sent as it is; otherwise this client encodes it as base64.
function message(item: Members, number: number): string {
  const numbers = ['DelaySeconds', 'Priority']
    .map((name) => map(integer(item[name] ?? ''), (whole) => `message${number}.set${name}(${whole});\n`) ?? '');
  return `Message message${number} = new Message();
message${number}.setMessageBodyAsRawString(${javaText(item.MessageBody ?? '')});
${numbers.join('')}`;
}

import { keyId, keySecret } from './alibabaKeys.ts';
import type { Call, Snippet } from './Call.ts';
import { pythonText, truthOf, wholeOf } from './literals.ts';
import { mnsCallOf, type MnsCall } from './mnsCall.ts';
import { pascal } from './words.ts';

type Members = Readonly<Record<string, string>>;

/** Code for aliyun-mns-sdk; undefined for what it has no call for. */
export function mnsPython(call: Call): Snippet | undefined {
  const mns = mnsCallOf(call);
  const lines = linesOf(mns);
  return lines === undefined ? undefined : {
    install: 'pip install aliyun-mns-sdk',
    code: `import os

from mns.account import Account
from mns.queue import Message, QueueMeta
from mns.subscription import SubscriptionMeta
from mns.topic import TopicMessage, TopicMeta

account = Account(${pythonText(call.origin)}, os.environ["${keyId}"], os.environ["${keySecret}"])
${lines}
`,
  };
}

function linesOf(call: MnsCall): string | undefined {
  // The body is sent as it is; otherwise this client encodes it as base64.
  const queue = `queue = account.get_queue(${pythonText(call.queue)})\nqueue.set_encoding(False)\n`;
  const topic = `topic = account.get_topic(${pythonText(call.topic)})\n`;
  const subscription = `subscription = account.get_subscription(${pythonText(call.topic)}, ${pythonText(call.subscription)})\n`;
  const page = `${pythonText(call.value('x-mns-prefix'))}, ${call.number('x-mns-ret-number', '1000')}, ${pythonText(call.value('x-mns-marker'))}`;
  const first = call.items[0] ?? {};
  const handle = pythonText(call.value('ReceiptHandle'));
  const count = call.number('numOfMessages', '16');
  switch (call.name) {
    case 'CreateQueue': return `${queue}print(queue.create(${metaOf('QueueMeta', queueNames, first)}))`;
    case 'SetQueueAttributes': return `${queue}queue.set_attributes(${metaOf('QueueMeta', queueNames, first)})`;
    case 'DeleteQueue': return `${queue}queue.delete()`;
    case 'ListQueue': return `print(account.list_queue(${page}))`;
    case 'GetQueueAttributes': return `${queue}print(queue.get_attributes())`;
    case 'SendMessage': return `${queue}print(queue.send_message(${messageOf(first)}).message_id)`;
    case 'BatchSendMessage': return `${queue}for sent in queue.batch_send_message([${call.items.map(messageOf).join(', ')}]):\n    print(sent.message_id)`;
    case 'ReceiveMessage': return `${queue}print(queue.receive_message(${call.number('waitseconds', '-1')}).message_body)`;
    case 'BatchReceiveMessage': return `${queue}for message in queue.batch_receive_message(${count}, ${call.number('waitseconds', '-1')}):\n    print(message.message_body)`;
    case 'PeekMessage': return `${queue}print(queue.peek_message().message_body)`;
    case 'BatchPeekMessage': return `${queue}for message in queue.batch_peek_message(${count}):\n    print(message.message_body)`;
    case 'DeleteMessage': return `${queue}queue.delete_message(${handle})`;
    case 'BatchDeleteMessage': return `${queue}queue.batch_delete_message([${call.items.map((item) => pythonText(item.ReceiptHandle ?? '')).join(', ')}])`;
    case 'ChangeMessageVisibility': return `${queue}print(queue.change_message_visibility(${handle}, ${call.number('VisibilityTimeout', '30')}).receipt_handle)`;
    case 'CreateTopic': return `${topic}print(topic.create(${metaOf('TopicMeta', topicNames, first)}))`;
    case 'SetTopicAttributes': return `${topic}topic.set_attributes(${metaOf('TopicMeta', topicNames, first)})`;
    case 'DeleteTopic': return `${topic}topic.delete()`;
    case 'ListTopic': return `print(account.list_topic(${page}))`;
    case 'GetTopicAttributes': return `${topic}print(topic.get_attributes())`;
    case 'PublishMessage': return `${topic}print(topic.publish_message(TopicMessage(${pythonText(first.MessageBody ?? '')}, ${pythonText(first.MessageTag ?? '')})).message_id)`;
    case 'Subscribe': return `${subscription}print(subscription.subscribe(${metaOf('SubscriptionMeta', subscriptionNames, first)}))`;
    case 'SetSubscriptionAttributes': return `${subscription}subscription.set_attributes(${metaOf('SubscriptionMeta', subscriptionNames, first)})`;
    case 'Unsubscribe': return `${subscription}subscription.unsubscribe()`;
    case 'GetSubscriptionAttributes': return `${subscription}print(subscription.get_attributes())`;
    case 'ListSubscriptionByTopic': return `${topic}print(topic.list_subscription(${page}))`;
    default: return undefined;
  }
}

const queueNames = {
  VisibilityTimeout: 'vis_timeout', MaximumMessageSize: 'max_msg_size', MessageRetentionPeriod: 'msg_ttl', DelaySeconds: 'delay_sec',
  PollingWaitSeconds: 'polling_wait_sec', LoggingEnabled: 'logging_enabled',
} as const;

const topicNames = { MaximumMessageSize: 'maximum_message_size', LoggingEnabled: 'logging_enabled' } as const;

const subscriptionNames = {
  Endpoint: 'endpoint', NotifyStrategy: 'notify_strategy', NotifyContentFormat: 'notify_content_format', FilterTag: 'filter_tag',
} as const;

function metaOf(className: string, names: Readonly<Record<string, string>>, members: Members): string {
  const pairs = Object.entries(members).flatMap(([name, text]) => (names[name] === undefined || !Object.hasOwn(names, name) ? [] : [`${names[name]}=${texts.has(name) ? pythonText(text) : literal(text)}`]));
  return `${className}(${pairs.join(', ')})`;
}

/** What is a text even if it looks like a number. */
const texts = new Set(['FilterTag', 'Endpoint']);

const literal = (text: string): string =>
  /^(?:0|[1-9]\d*)$/.test(text) ? text : pascal(truthOf(text) ?? '') || pythonText(text);

const messageOf = (item: Members): string =>
  `Message(${[pythonText(item.MessageBody ?? ''), ...[item.DelaySeconds, item.Priority].map((text) => wholeOf(text ?? '', 64) ?? 'None')].join(', ')})`;

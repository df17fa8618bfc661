import { escapeXml } from '../../../api/xml.ts';
import { keyId, keySecret } from './alibabaKeys.ts';
import type { Call, Snippet } from './Call.ts';
import { mnsCallOf, type MnsCall } from './mnsCall.ts';
import { nodeName, nodeText } from './literals.ts';

/** Code for @alicloud/mns; undefined for what it has no call for. */
export function mnsNode(call: Call): Snippet | undefined {
  const made = callOf(mnsCallOf(call));
  return made === undefined ? undefined : {
    install: 'npm install @alicloud/mns',
    code: `import MNS from '@alicloud/mns';

// The account id may be any text.
const mns = new MNS('account', {
  accessKeyId: process.env.${keyId}, accessKeySecret: process.env.${keySecret}, endpoint: ${nodeText(call.origin)},
});
const answer = await mns.${made};
console.log(answer.code, JSON.stringify(answer.body, null, 2));
`,
  };
}

function callOf(call: MnsCall): string | undefined {
  const queue = nodeText(call.queue);
  const topic = nodeText(call.topic);
  const handle = nodeText(call.value('ReceiptHandle'));
  const page = `${textOr(call.value('x-mns-marker'))}, ${call.number('x-mns-ret-number', '1000')}, ${nodeText(call.value('x-mns-prefix'))}`;
  const first = objectOf(call.items[0] ?? {});
  const wait = call.number('waitseconds', '');
  switch (call.name) {
    case 'CreateQueue': return `createQueue(${queue}, ${first})`;
    case 'DeleteQueue': return `deleteQueue(${queue})`;
    case 'ListQueue': return `listQueue(${page})`;
    case 'GetQueueAttributes': return `getQueueAttributes(${queue})`;
    case 'SetQueueAttributes': return `setQueueAttributes(${queue}, ${first})`;
    case 'SendMessage': return `sendMessage(${queue}, ${first})`;
    case 'BatchSendMessage': return `batchSendMessage(${queue}, [${call.items.map(objectOf).join(', ')}])`;
    case 'ReceiveMessage': return `receiveMessage(${queue}${wait === '' ? '' : `, ${wait}`})`;
    case 'BatchReceiveMessage': return `batchReceiveMessage(${queue}, ${call.number('numOfMessages', '16')}${wait === '' ? '' : `, ${wait}`})`;
    case 'PeekMessage': return `peekMessage(${queue})`;
    case 'BatchPeekMessage': return `batchPeekMessage(${queue}, ${call.number('numOfMessages', '16')})`;
    case 'DeleteMessage': return `deleteMessage(${queue}, ${handle})`;
    case 'BatchDeleteMessage': return `batchDeleteMessage(${queue}, [${call.items.map((item) => nodeText(item.ReceiptHandle ?? '')).join(', ')}])`;
    case 'ChangeMessageVisibility': return `changeMessageVisibility(${queue}, ${handle}, ${call.number('VisibilityTimeout', '30')})`;
    case 'CreateTopic': return `createTopic(${topic}, ${first})`;
    case 'ListTopic': return `listTopic(${page})`;
    case 'GetTopicAttributes': return `getTopicAttributes(${topic})`;
    case 'SetTopicAttributes': return `setTopicAttributes(${topic}, ${first})`;
    case 'PublishMessage': return `publishMessage(${topic}, ${first})`;
    default: return undefined;
  }
}

const textOr = (text: string): string => (text === '' ? 'undefined' : nodeText(text));

const objectOf = (members: Readonly<Record<string, string>>): string => {
  // The client puts texts into its XML as they are.
  const valueOf = (name: string, text: string): string =>
    /^(?:0|[1-9]\d{0,8})$/.test(text) && !['MessageBody', 'MessageTag'].includes(name) ? text : nodeText(escapeXml(text));
  const pairs = Object.entries(members).map(([name, text]) => `${nodeName(name)}: ${valueOf(name, text)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
};

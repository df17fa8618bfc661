import { parseXml, type XmlElement } from '../../../api/xml.ts';
import { sentParameters } from '../model/request.ts';
import type { Call } from './Call.ts';
import { wholeOf } from './literals.ts';

/** What a client of Message Service needs to know of a call. */
export interface MnsCall {
  readonly name: string;
  readonly queue: string;
  readonly topic: string;
  readonly subscription: string;
  /** A parameter of the query or a header; empty if it is not sent. */
  readonly value: (name: string) => string;
  /** The same for a number, or what stands for none. */
  readonly number: (name: string, absent: string) => string;
  /** The elements of the body, or of each element in it if that is a list. */
  readonly items: readonly Readonly<Record<string, string>>[];
}

export function mnsCallOf(call: Call): MnsCall {
  const { action, values } = call;
  const sent = new Map([...sentParameters(action, values, 'query'), ...sentParameters(action, values, 'header')]);
  const value = (name: string) => sent.get(name) ?? '';
  return {
    name: action.name,
    queue: values.parameters.QueueName ?? '',
    topic: values.parameters.TopicName ?? '',
    subscription: values.parameters.SubscriptionName ?? '',
    value,
    number: (name, absent) => wholeOf(value(name), 64) ?? absent,
    items: action.body ? itemsOf(values.body) : [],
  };
}

function itemsOf(text: string): Record<string, string>[] {
  const root = parseXml(text);
  if (!root) {
    // The form says what is wrong with it.
    return [{}];
  }
  return root.children.some((child) => child.children.length > 0) ? root.children.map(membersOf)
    : root.name === 'ReceiptHandles' ? root.children.map((child) => ({ ReceiptHandle: child.text }))
    : [membersOf(root)];
}

const membersOf = (element: XmlElement): Record<string, string> =>
  Object.fromEntries(element.children.map((child) => [child.name, child.text]));

// The XML of Message Service.

import { allXml, findXml, type XmlElement } from '../../api/xml.ts';

export interface Queue {
  readonly name: string;
  readonly active: number;
  readonly inactive: number;
  readonly delayed: number;
  /** Seconds and bytes by the attribute's name. */
  readonly attributes: ReadonlyMap<string, number>;
}

export interface Message {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly taken: number;
  readonly priority: number;
  /** As text; base64 is decoded if it holds text. */
  readonly body: string;
}

const text = (parent: XmlElement, name: string): string => findXml(parent, name)?.text ?? '';
const number = (parent: XmlElement, name: string): number => Number(text(parent, name)) || 0;

export const attributeNames = ['VisibilityTimeout', 'MessageRetentionPeriod', 'DelaySeconds', 'PollingWaitSeconds', 'MaximumMessageSize'] as const;

export const readNames = (root: XmlElement): string[] =>
  allXml(root, 'QueueURL').map((element) => decodeURIComponent(element.text.replace(/^.*\//, '')));

export function readQueue(name: string, root: XmlElement | undefined): Queue {
  const attributes = new Map<string, number>();
  if (!root) {
    return { name, active: 0, inactive: 0, delayed: 0, attributes };
  }
  for (const attribute of attributeNames) {
    if (text(root, attribute) !== '') {
      attributes.set(attribute, number(root, attribute));
    }
  }
  return {
    name,
    active: number(root, 'ActiveMessages'),
    inactive: number(root, 'InactiveMessages'),
    delayed: number(root, 'DelayMessages'),
    attributes,
  };
}

export const readMessages = (root: XmlElement): Message[] =>
  allXml(root, 'Message').map((message) => ({
    id: text(message, 'MessageId'),
    sentAt: number(message, 'EnqueueTime'),
    taken: number(message, 'DequeueCount'),
    priority: number(message, 'Priority'),
    body: readable(text(message, 'MessageBody')),
  }));

/** The text of a body in base64; the body itself if it is none, or holds no text. */
export function readable(body: string): string {
  if (body.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(body)) {
    return body;
  }
  try {
    const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return body;
  }
}

/** The job that a message tells of; undefined for other messages. */
export function jobOf(body: string): string | undefined {
  try {
    const message = JSON.parse(body) as Readonly<Record<string, unknown>> | null;
    const id = message?.JobId ?? message?.jobId;
    return typeof id === 'string' && id !== '' ? id : undefined;
  } catch {
    return undefined;
  }
}

// What a person pastes: oss://bucket/key, an https address of an object, bucket/key, or any other address.

export interface ObjectName {
  bucket: string;
  object: string;
  /** Of an OSS host name, such as "oss-cn-hangzhou"; undefined if the address names none. */
  location?: string;
}

export type Pasted =
  | { kind: 'object'; name: ObjectName }
  /** A page of this console: its address without the host. */
  | { kind: 'page'; href: string }
  /** Another path of this service, which no object has. */
  | { kind: 'own'; path: string }
  | { kind: 'foreign'; host: string }
  | { kind: 'incomplete' }
  | { kind: 'nothing' };

const ossHost = /^([a-z0-9][a-z0-9-]{1,61}[a-z0-9])\.(oss-[a-z0-9-]+?|[a-z0-9-]+?)(-internal)?\.aliyuncs\.com$/i;
const huaweiHost = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.obs\.([a-z0-9-]+)\.myhuaweicloud\.com$/i;
const loopback = ['localhost', '127.0.0.1', '[::1]'];
const azureHost = /^[a-z0-9]{3,24}\.blob\.core\.[a-z.]+$/i;

/** A key as it is in storage: percent-encoded in an address. A lone percent sign stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const found = (bucket: string | undefined, object: string, location?: string): Pasted =>
  bucket && object
    ? { kind: 'object', name: { bucket, object, ...(location === undefined ? {} : { location }) } }
    : { kind: 'incomplete' };

function firstPart(path: string): Pasted {
  const slash = path.indexOf('/');
  return slash > 0 ? found(path.slice(0, slash), path.slice(slash + 1)) : { kind: 'incomplete' };
}

/** The hosts and ports that this service is known by: the machine itself has several names. */
export function ownHostsOf({ host, hostname }: Pick<Location, 'host' | 'hostname'>): string[] {
  const port = host.slice(hostname.length);
  return loopback.includes(hostname) ? loopback.map((name) => name + port) : [host];
}

/** What an address of this service leads to. Its objects are below /objects/, whatever the rest is named. */
function own(path: string, rest: string): Pasted {
  if (/^console(\/|$)/.test(path)) {
    return { kind: 'page', href: `/${path}${rest}` };
  }
  return path.startsWith('objects/') ? firstPart(decoded(path.slice('objects/'.length))) : { kind: 'own', path: `/${path}` };
}

/** A key without a scheme may hold '?' and '#', so addresses are cut by hand: a URL object would change the key. */
function web(text: string, ownHosts: readonly string[]): Pasted {
  const match = /^https?:\/\/([^/?#]*)\/?([^?#]*)(.*)$/i.exec(text);
  const authority = (match?.[1] ?? '').replace(/^.*@/, '');
  const host = authority.replace(/:\d+$/, '').toLowerCase();
  const path = match?.[2] ?? '';
  const oss = ossHost.exec(host);
  if (oss) {
    return found(oss[1], decoded(path), oss[2]);
  }
  const huawei = huaweiHost.exec(host);
  if (huawei) {
    return found(huawei[1], decoded(path), huawei[2]);
  }
  if (azureHost.test(host)) {
    return firstPart(decoded(path));
  }
  if (ownHosts.includes(authority.toLowerCase())) {
    return own(path, match?.[3] ?? '');
  }
  return host === '' ? { kind: 'incomplete' } : { kind: 'foreign', host };
}

/**
 * The object that a pasted text names.
 * @param ownHosts the service's own hosts and ports.
 */
export function readAddress(text: string, ownHosts: readonly string[] = []): Pasted {
  const trimmed = text.trim().replace(/^["'<]+|[>"']+$/g, '');
  if (trimmed === '') {
    return { kind: 'nothing' };
  }
  if (/^oss:\/\//i.test(trimmed)) {
    return firstPart(decoded(trimmed.slice(6).replace(/[?#].*$/, '')));
  }
  if (/^https?:\/\//i.test(trimmed)) {
    return web(trimmed, ownHosts);
  }
  const first = trimmed.replace(/\/.*$/, '').toLowerCase();
  if (ownHosts.includes(first) || [ossHost, huaweiHost, azureHost].some((host) => host.test(first))) {
    return web(`http://${trimmed}`, ownHosts);
  }
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? { kind: 'foreign', host: trimmed.slice(0, trimmed.indexOf(':') + 3) } : firstPart(trimmed);
}

/** The text that Input.Object of MPS and a URL want: each part percent-encoded, slashes kept. */
export const encoded = (object: string): string => object.split('/').map(encodeURIComponent).join('/');

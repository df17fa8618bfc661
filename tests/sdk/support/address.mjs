/** The host and the protocol of an endpoint, as the vendors' clients take them. */
export function addressOf(endpoint) {
  const { host, protocol } = new URL(endpoint);
  return { host, protocol: protocol === 'https:' ? 'HTTPS' : 'HTTP' };
}

import type { remedies as english } from '../en/remedies.ts';

/** What went wrong for somebody who signs in or clicks, and what to do. */
export const remedies: Readonly<Record<keyof typeof english, string>> = {
  'remedy.unknownKey.what': '本服务没有此 ID 的密钥。',
  'remedy.unknownKey.do': '请与所获得的 ID 逐字核对。阿里云或华为云的密钥不适用于本服务，请向运维人员索取。',
  'remedy.wrongSecret.what': 'Secret 与此密钥不符。',
  'remedy.wrongSecret.do': '请完整地重新复制 Secret，不要带空格。若确认无误，则是中间的代理改动了请求。',
  'remedy.clock.what': '本机时钟与服务的时钟相差超过 15 分钟。',
  'remedy.clock.do': '请通过网络校准本机时钟。若本机时间无误，请告知运维人员校准服务的时钟。',
  'remedy.clockBy.what': '本机时钟比服务的时钟{direction} {span}。',
  'remedy.clockBy.do': '相差超过 15 分钟的请求会被拒绝。请通过网络校准本机时钟。若本机时间无误，请告知运维人员校准服务的时钟。',
  'remedy.permission.what': '此密钥无权执行该操作。',
  'remedy.permission.do': '请换用其他密钥登录，或请运维人员在此密钥的 Allow 中加入权限 {permission}。',
  'remedy.throttled.what': '账号的请求过于频繁。',
  'remedy.throttled.do': '请稍后重试。运维人员可以调高 Gateway:RequestsPerSecond。',
  'remedy.unavailable.what': '服务无法访问其存储。',
  'remedy.unavailable.do': '请稍后重试。/health/ready 会说明原因。',
  'remedy.clock.ahead': '快',
  'remedy.clock.behind': '慢',
};

/** What went wrong for somebody who signs in or clicks, and what to do. Other errors are in the service’s catalogue. */
export const remedies = {
  'remedy.unknownKey.what': 'The service knows no key of this id.',
  'remedy.unknownKey.do': 'Compare it, letter by letter, with the one that you were given. A key of Alibaba Cloud or Huawei Cloud is none of this service’s: its operator gives them out.',
  'remedy.wrongSecret.what': 'The secret is not the one of this key.',
  'remedy.wrongSecret.do': 'Copy the secret again, whole and without spaces. If it is right, something between you and the service changes what is sent.',
  'remedy.clock.what': 'This computer’s clock and the service’s are more than 15 minutes apart.',
  'remedy.clock.do': 'Set the clock of this computer by the network. If it is right, tell the operator that the service’s is wrong.',
  'remedy.clockBy.what': 'This computer’s clock is {span} {direction} the service’s.',
  'remedy.clockBy.do': 'More than 15 minutes are refused. Set the clock of this computer by the network. If it is right, tell the operator that the service’s is wrong.',
  'remedy.permission.what': 'This key may not do that.',
  'remedy.permission.do': 'Sign in with another key, or let the operator add the permission {permission} to the key’s Allow.',
  'remedy.throttled.what': 'The account asks more often than it may.',
  'remedy.throttled.do': 'Wait a moment and try again. The operator may raise Gateway:RequestsPerSecond.',
  'remedy.unavailable.what': 'The service does not reach its storage.',
  'remedy.unavailable.do': 'Try again after a moment. /health/ready says what is wrong.',
  'remedy.clock.ahead': 'ahead of',
  'remedy.clock.behind': 'behind',
} as const;

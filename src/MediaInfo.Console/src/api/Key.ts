/** An access key. The secret is never stored, shown or put into an address. */
export interface Key {
  readonly id: string;
  readonly secret: string;
}

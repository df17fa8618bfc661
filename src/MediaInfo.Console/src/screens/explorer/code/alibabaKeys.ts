/** Where the vendor's own examples take the key from. */
export const keyId = 'ALIBABA_CLOUD_ACCESS_KEY_ID';
export const keySecret = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET';

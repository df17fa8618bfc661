import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

// The browser's own WebCrypto works only over https and on the machine itself; a service on a local network has plain http.

export const bytesOf = utf8ToBytes;

export const hexOf = bytesToHex;

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const hmacSha1 = (key: string, text: string): Uint8Array => hmac(sha1, bytesOf(key), bytesOf(text));

export const hmacSha256 = (key: string | Uint8Array, text: string): Uint8Array =>
  hmac(sha256, typeof key === 'string' ? bytesOf(key) : key, bytesOf(text));

export const sha256Hex = (text: string): string => hexOf(sha256(bytesOf(text)));

export const md5Hex = (text: string): string => hexOf(md5(bytesOf(text)));

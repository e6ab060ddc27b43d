/** HMAC-SHA-256 under one key, through Web Crypto. */
export type KeyedHash = (text: string) => Promise<Uint8Array>;

/** A key of Web Crypto: the shape of `CryptoKey`, which only some libraries of types know. */
export interface HmacKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: object;
  readonly usages: readonly string[];
}

const LEAST_BYTES = 16;

/**
 * Prepares a key; `purpose` derives another key from it, so that hashes made for different purposes have nothing in common.
 *
 * @throws TypeError for a key that is no bytes and no CryptoKey, RangeError for one of fewer than 16 bytes
 */
export async function keyedHash(where: string, key: Uint8Array | HmacKey, purpose?: string): Promise<KeyedHash> {
  const isBytes = key instanceof Uint8Array;
  if (!isBytes && Object.prototype.toString.call(key) !== '[object CryptoKey]') {
    throw new TypeError(
      `${where}: key must be a Uint8Array or a CryptoKey, got ${key === null ? 'null' : typeof key}; without a secret key anybody could try out ids and compare, so a plain hash is no pseudonym`,
    );
  }
  if (isBytes && key.length < LEAST_BYTES) {
    throw new RangeError(
      `${where}: key must have at least ${LEAST_BYTES} bytes, got ${key.length}; draw 32 with crypto.getRandomValues and keep them apart from the data`,
    );
  }
  const hash = hashBy(isBytes ? await imported(key) : key);
  return purpose === undefined ? hash : hashBy(await imported(await hash(purpose)));
}

const imported = (bytes: Uint8Array) =>
  globalThis.crypto.subtle.importKey('raw', Uint8Array.from(bytes), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

const hashBy =
  (key: HmacKey): KeyedHash =>
  async (text) =>
    new Uint8Array(
      await globalThis.crypto.subtle.sign('HMAC', key as never, new TextEncoder().encode(wellFormed(text))),
    );

/** Half a character would be encoded like any other half, and two ids become one. */
function wellFormed(text: string): string {
  if (/\p{Cs}/u.test(text)) {
    throw new RangeError(
      `id ${JSON.stringify(text)} has half a character in it (a lone surrogate); give the learner another id`,
    );
  }
  return text;
}

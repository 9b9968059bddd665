import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync } from "node:crypto";

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const IVS_DRAWN = 256;
const NO_TAG = Buffer.alloc(TAG_BYTES);

/** Seals personal data at rest. */
export interface Cipher {
  /** version ‖ iv ‖ tag ‖ ciphertext, AES-256-GCM (NIST SP 800-38D). */
  seal(plain: Buffer): Buffer;
  /** Throws when the data was changed or sealed with another key. */
  open(sealed: Buffer): Buffer;
  /** The same short text always gives the same index, and nobody without the key can make one. */
  blindIndex(text: string): string;
}

/** A cipher from the 32-byte data key; encryption and index use keys of their own (HKDF, RFC 5869). */
export function createCipher(dataKey: Buffer): Cipher {
  if (dataKey.length !== 32) throw new Error("DATA_KEY must be 32 bytes, base64.");
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", dataKey, "", purpose, 32));
  const sealing = derive("seal");
  const indexing = derive("blind-index");
  const nextIv = createIvs();
  return {
    seal(plain) {
      const iv = nextIv();
      const cipher = createCipheriv("aes-256-gcm", sealing, iv);
      // One copy: the tag is known last and stands before the text.
      const sealed = Buffer.concat([Buffer.of(VERSION), iv, NO_TAG, cipher.update(plain), cipher.final()]);
      cipher.getAuthTag().copy(sealed, 1 + IV_BYTES);
      return sealed;
    },
    open(sealed) {
      if (sealed[0] !== VERSION) throw new Error("Sealed with an unknown version.");
      const iv = sealed.subarray(1, 1 + IV_BYTES);
      const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", sealing, iv);
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
    },
    blindIndex(text) {
      return createHmac("sha256", indexing).update(text).digest("base64url").slice(0, 22);
    },
  };
}

/** Random IVs, drawn many at a time: a call to the system for each costs as much as sealing a short text. To be used at once. */
function createIvs(): () => Buffer {
  const drawn = Buffer.alloc(IV_BYTES * IVS_DRAWN);
  let next = drawn.length;
  return () => {
    if (next === drawn.length) {
      randomFillSync(drawn);
      next = 0;
    }
    next += IV_BYTES;
    return drawn.subarray(next - IV_BYTES, next);
  };
}

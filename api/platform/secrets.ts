import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Encrypts what must be read back (bot tokens) with AES-256-GCM: nonce, tag and text, base64url, joined by dots. */
export type Secrets = { encrypt(plain: string): string; decrypt(sealed: string): string };

/** @param keyHex 64 hexadecimal digits */
export function createSecrets(keyHex: string): Secrets {
  const key = Buffer.from(keyHex, "hex");
  return {
    encrypt(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return [nonce, cipher.getAuthTag(), text].map((part) => part.toString("base64url")).join(".");
    },
    /** @throws Error when the text was tampered with or another key sealed it */
    decrypt(sealed) {
      const [nonce, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
      if (!nonce || !tag || !text) throw new Error("not a sealed secret");
      const decipher = createDecipheriv("aes-256-gcm", key, nonce);
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
    },
  };
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Compares in constant time, so that a guess learns nothing from how long the "no" took. */
export const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)));

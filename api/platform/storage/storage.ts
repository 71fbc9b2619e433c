import type { Seconds } from "#shared/kernel/units";

/** Where photos and voice notes lie. The bytes go straight there by a signed URL, never through a verb. */
export type Storage = {
  /** A URL that takes one PUT of exactly this type and size. */
  uploadUrl(key: string, file: { contentType: string; bytes: number; expiresIn: Seconds }): Promise<string>;
  downloadUrl(key: string, expiresIn: Seconds): Promise<string>;
  /** What really lies there, or `null`: an upload is believed only after this look. */
  stat(key: string): Promise<{ bytes: number; contentType: string } | null>;
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  remove(key: string): Promise<void>;
  ready(): Promise<void>;
};

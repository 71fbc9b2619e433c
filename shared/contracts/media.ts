import { z } from "zod";
import { Id } from "#shared/kernel/ids";

export const MediaPurpose = z.enum(["proof", "item", "voice", "chat"]);
export type MediaPurpose = z.infer<typeof MediaPurpose>;

export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
export const VOICE_TYPES = ["audio/ogg", "audio/mpeg"] as const;
export const MediaType = z.enum([...PHOTO_TYPES, ...VOICE_TYPES]);
export type MediaType = z.infer<typeof MediaType>;

/** What may be kept for which purpose, and how large. */
export const MEDIA_RULES: Readonly<Record<MediaPurpose, { types: readonly MediaType[]; maxBytes: number }>> = {
  proof: { types: PHOTO_TYPES, maxBytes: 10_000_000 },
  item: { types: PHOTO_TYPES, maxBytes: 10_000_000 },
  voice: { types: VOICE_TYPES, maxBytes: 5_000_000 },
  chat: { types: [...PHOTO_TYPES, ...VOICE_TYPES], maxBytes: 10_000_000 },
};

export const NewMedia = z.object({
  purpose: MediaPurpose,
  contentType: z.string().max(100),
  bytes: z.int().min(1).max(1_000_000_000),
});
export type NewMedia = z.infer<typeof NewMedia>;

export const MediaRef = z.object({ id: Id });

/** PUT the bytes to `uploadUrl` with exactly this type, then confirm. */
export const MediaUpload = z.object({
  id: Id,
  uploadUrl: z.string(),
  contentType: MediaType,
  expiresAt: z.iso.datetime(),
});
export type MediaUpload = z.infer<typeof MediaUpload>;
export const MediaStored = z.object({ id: Id, bytes: z.int() });
export const MediaLink = z.object({ id: Id, url: z.string(), contentType: MediaType, bytes: z.int() });
export type MediaLink = z.infer<typeof MediaLink>;

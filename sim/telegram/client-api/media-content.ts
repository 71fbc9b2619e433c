import { detectEntities } from "../bot-api/format/detect-entities";
import { photoSizes } from "../bot-api/media-content";
import { storeFile } from "../world/files";
import type { Content } from "../world/state";
import type { World } from "../world/world";

export type SentMedia = {
  kind: "photo" | "voice" | "document";
  base64: string;
  mimeType: string;
  fileName?: string;
  caption?: string;
  durationS?: number;
  mediaGroupId?: string;
};

const FOLDERS = { photo: "photos", voice: "voice", document: "documents" } as const;

/** What a person sends from the gallery, the microphone or a folder. */
export function mediaContent(world: World, media: SentMedia): Content {
  const { kind, base64, mimeType, fileName, caption, durationS = 1, mediaGroupId } = media;
  const bytes = Uint8Array.fromBase64(base64);
  const file = storeFile(world, { bytes, mimeType, fileName, folder: FOLDERS[kind] });
  const ref = { file_id: file.uid, file_unique_id: file.uid, file_size: bytes.length };
  const body: Record<typeof kind, () => Content> = {
    photo: () => ({ photo: photoSizes(file) }),
    voice: () => ({ voice: { ...ref, duration: durationS, mime_type: mimeType } }),
    document: () => ({ document: { ...ref, ...(fileName && { file_name: fileName }), mime_type: mimeType } }),
  };
  const entities = detectEntities(caption ?? "");
  return {
    ...body[kind](),
    ...(caption && { caption }),
    ...(entities.length > 0 && { caption_entities: entities }),
    ...(mediaGroupId && { media_group_id: mediaGroupId }),
  };
}

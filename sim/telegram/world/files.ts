import type { PeerId, StoredFile } from "./state";
import type { World } from "./world";

export type NewFile = { bytes: Uint8Array; mimeType: string; fileName?: string; folder: string };

export function storeFile(world: World, { bytes, mimeType, fileName, folder }: NewFile): StoredFile {
  const serial = world.nextId();
  const uid = `AQAD${world.secret(12)}`;
  const extension = fileName?.match(/\.\w{1,8}$/)?.[0] ?? EXTENSIONS[mimeType] ?? "";
  const file: StoredFile = { uid, bytes, mimeType, fileName, path: `${folder}/file_${serial}${extension}` };
  world.state.files.set(uid, file);
  return file;
}

const EXTENSIONS: Record<string, string> = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/webp": ".webp",
  "audio/ogg": ".oga",
  "video/mp4": ".mp4",
  "application/pdf": ".pdf",
};

/** A file as one bot knows it: another bot cannot use the same id. */
export const fileIdFor = (bot: PeerId, uid: string): string => btoa(`${uid}|${bot}`).replaceAll("=", "");

/** The file behind an id, when it is this bot's. */
export function fileById(world: World, bot: PeerId, fileId: string): StoredFile | undefined {
  const [uid, owner] = decode(fileId).split("|");
  return owner === String(bot) && uid ? world.state.files.get(uid) : undefined;
}

function decode(fileId: string): string {
  try {
    return atob(fileId);
  } catch {
    return "";
  }
}

export const fileByPath = (world: World, path: string): StoredFile | undefined =>
  [...world.state.files.values()].find((file) => file.path === path);

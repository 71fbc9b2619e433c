import { fileById } from "../../world/files";
import { badRequest } from "../api-error";
import type { Methods } from "../call";

const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const files: Methods = {
  getFile: ({ world, bot, params }) => {
    const fileId = params.text("file_id");
    if (!fileId) throw badRequest("file_id not specified");
    const file = fileById(world, bot.id, fileId);
    if (!file) throw badRequest("invalid file_id");
    if (file.bytes.length > MAX_DOWNLOAD_BYTES) throw badRequest("file is too big");
    return { file_id: fileId, file_unique_id: file.uid, file_size: file.bytes.length, file_path: file.path };
  },

  getUserProfilePhotos: () => ({ total_count: 0, photos: [] }),
};

import { ApiProblem } from "../../../kit/api-problem";
import { FILE_BYTES_MAX, fittingSize } from "./photo-size";

const QUALITY = 0.8;

/**
 * Makes of a camera's twelve megapixels what a bad connection can carry. Only what the phone can draw is a photo,
 * whatever its name says; drawing it anew also leaves the place and time that cameras write into it behind.
 * @throws ApiProblem `media.type_not_allowed`, `media.too_large`
 */
export async function compressPhoto(file: Blob): Promise<Blob> {
  if (file.size > FILE_BYTES_MAX) throw new ApiProblem("media.too_large");
  const picture = await createImageBitmap(file).catch(() => {
    throw new ApiProblem("media.type_not_allowed");
  });
  const { width, height } = fittingSize(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height);
  picture.close();
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!small) throw new ApiProblem("media.type_not_allowed");
  return small;
}

import { ApiProblem } from "../../kit/api-problem";

/** What a phone shows at its sharpest. */
const LONGEST_SIDE = 1_600;
const QUALITY = 0.85;

/** A photo as a JPEG that is small enough for the network. @throws ApiProblem `media.type_not_allowed` when it is none */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file).catch(() => {
    throw new ApiProblem("media.type_not_allowed");
  });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const photo = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!photo) throw new ApiProblem("media.type_not_allowed");
  return photo;
}

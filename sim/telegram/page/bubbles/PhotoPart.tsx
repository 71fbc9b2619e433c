import type { PhotoSize } from "grammy/types";
import { type CSSProperties, useState } from "react";
import { fileUrl } from "../connection";

/** The largest size, framed by its own proportions so that nothing jumps while it loads. */
export function PhotoPart({ photo }: { photo: PhotoSize[] }) {
  const [isLarge, setLarge] = useState(false);
  const { file_id, width, height } = photo.at(-1)!;
  const ratio = Math.min(1.8, Math.max(0.7, width / height));
  return (
    <>
      <button
        type="button"
        className="photo"
        style={{ "--ratio": ratio } as CSSProperties}
        onClick={() => setLarge(true)}
        aria-label="Show the photo large"
      >
        <img src={fileUrl(file_id)} alt="" />
      </button>
      {isLarge && (
        <button type="button" className="lightbox" onClick={() => setLarge(false)} aria-label="Close the photo">
          <img src={fileUrl(file_id)} alt="" />
        </button>
      )}
    </>
  );
}

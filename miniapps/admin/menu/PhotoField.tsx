import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { MEDIA_RULES } from "#shared/contracts/media";
import { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Refused } from "../../kit/ui/States";
import { Photo } from "./Photo";
import { shrinkPhoto } from "./shrink-photo";

type Props = { mediaId: string | null; onChange: (mediaId: string | null) => void };

/** The photo of a dish: chosen, made small on the device, sent to storage, and looked at by the API. */
export function PhotoField({ mediaId, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const upload = useUploadPhoto(onChange);
  return (
    <div className="photo-field">
      <Photo mediaId={mediaId} className="photo-large" />
      <div className="line">
        <label htmlFor={id} className="button" aria-busy={upload.isPending}>
          {t(upload.isPending ? "ui-loading" : mediaId ? "admin-menu-photo-other" : "admin-menu-photo-choose")}
        </label>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={MEDIA_RULES.item.types.join()}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = ""; // the same file may be chosen again
            if (file) upload.mutate(file);
          }}
        />
        {mediaId && <Button onPress={() => onChange(null)}>{t("admin-menu-photo-remove")}</Button>}
      </div>
      <Refused problem={upload.error} />
    </div>
  );
}

function useUploadPhoto(done: (mediaId: string) => void) {
  const { api } = useSigned().session;
  return useMutation<string, ApiProblem, File>({
    mutationFn: async (file) => {
      const photo = await shrinkPhoto(file);
      const place = await ask(api.media.post({ purpose: "item", contentType: photo.type, bytes: photo.size }));
      const sent = await fetch(place.uploadUrl, {
        method: "PUT",
        headers: { "content-type": place.contentType },
        body: photo,
      }).catch(() => null);
      if (!sent?.ok) throw new ApiProblem("offline");
      return (await ask(api.media({ id: place.id }).confirm.post())).id;
    },
    onSuccess: done,
  });
}

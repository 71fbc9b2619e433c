import { type ChangeEvent, useEffect, useState } from "react";
import { ApiProblem } from "../../../kit/api-problem";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { PrimaryButton } from "../../ui/Page";
import { compressPhoto } from "./compress-photo";

type Props = { busy: boolean; onTouched: (touched: boolean) => void; onPhoto: (photo: Blob) => void };

/** The food at the door, photographed, made small on the phone and shown once more before it goes. */
export function PhotoProof({ busy, onTouched, onPhoto }: Props) {
  const { t } = useTexts();
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isShrinking, setShrinking] = useState(false);
  const url = useObjectUrl(photo);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = ""; // the same file again is a change, too
    if (!file) return;
    setProblem(null);
    setShrinking(true);
    try {
      setPhoto(await compressPhoto(file));
      onTouched(true);
    } catch (error) {
      setPhoto(null);
      setProblem(
        error instanceof ApiProblem && error.code === "media.too_large" ? "road-photo-large" : "road-photo-none",
      );
    } finally {
      setShrinking(false);
    }
  };
  return (
    <section className="photo" aria-busy={busy || isShrinking}>
      <label className={url ? "tile" : "tile shutter"}>
        <Icon name="camera" size={url ? 26 : 48} />
        {t(url ? "road-photo-again" : "road-photo-take")}
        <input
          className="unseen"
          type="file"
          accept="image/*"
          capture="environment"
          disabled={busy}
          onChange={(event) => void take(event)}
        />
      </label>
      {!url && <p className="hint">{t("road-photo-how")}</p>}
      {problem && (
        <p className="warning" role="alert">
          {t(problem)}
        </p>
      )}
      {url && <img src={url} alt={t("road-photo-alt")} />}
      {photo && <PrimaryButton text={t("road-photo-send")} busy={busy} onPress={() => onPhoto(photo)} />}
    </section>
  );
}

function useObjectUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return setUrl(null);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}

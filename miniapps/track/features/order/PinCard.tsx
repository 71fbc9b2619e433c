import { useTexts } from "../../../kit/texts";

/** The four digits that prove the hand-over, large enough to be read out at the door. */
export function PinCard({ pin }: { pin: string }) {
  const { t } = useTexts();
  return (
    <section className="card pin-card" aria-label={t("track-pin")}>
      <div>
        <h2>{t("track-pin")}</h2>
        <p className="hint">{t("track-pin-why")}</p>
      </div>
      <p className="pin-digits">{pin}</p>
    </section>
  );
}

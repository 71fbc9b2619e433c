import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Icon } from "../../kit/ui/Icon";

/** Browsers are silent until somebody taps. */
export function SoundButton({ onAllow }: { onAllow: () => void }) {
  const { t } = useTexts();
  return (
    <Button onPress={onAllow}>
      <Icon name="bell" size={18} /> {t("dispatch-sound-on")}
    </Button>
  );
}

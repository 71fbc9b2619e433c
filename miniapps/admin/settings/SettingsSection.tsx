import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { Loading } from "../../kit/ui/States";

export default function SettingsSection() {
  const { t } = useTexts();
  return (
    <Screen title={t("admin-section-settings")}>
      <Loading />
    </Screen>
  );
}

import { Route, Switch } from "wouter";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { useMay } from "../app/use-me";
import { BotList } from "./BotList";
import { LanguageCard } from "./LanguageCard";
import { NewBotPage } from "./NewBotPage";
import { TokenPage } from "./TokenPage";

export default function SettingsSection() {
  return (
    <Switch>
      <Route path="/bots/new">
        <NewBotPage />
      </Route>
      <Route path="/bots/:id/token">{({ id }) => <TokenPage id={id} />}</Route>
      <Route>
        <Settings />
      </Route>
    </Switch>
  );
}

function Settings() {
  const { t } = useTexts();
  const mayEditBots = useMay("bot.edit");
  return (
    <Screen title={t("admin-section-settings")}>
      <LanguageCard />
      {mayEditBots && <BotList />}
    </Screen>
  );
}

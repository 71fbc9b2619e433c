import { Plus } from "lucide-react";
import { Link } from "wouter";
import type { BotView } from "#shared/contracts/bots";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Badge, Card } from "../../kit/ui/Card";
import { Query } from "../../kit/ui/Query";
import { Refused } from "../../kit/ui/States";
import { BotCheckLine } from "./BotCheckLine";
import { useBots, useEnableBot } from "./queries";

/** The bots of the business, each with what Telegram says of its token at this moment. */
export function BotList() {
  const { t } = useTexts();
  return (
    <>
      <div className="line">
        <h2 className="heading">{t("admin-bots")}</h2>
        <Link href="/bots/new" className="button push">
          <Plus size={18} aria-hidden="true" />
          {t("admin-bot-new")}
        </Link>
      </div>
      <Query query={useBots()}>{(bots) => bots.map((bot) => <BotCard key={bot.id} bot={bot} />)}</Query>
    </>
  );
}

function BotCard({ bot: { id, kind, username, enabled } }: { bot: BotView }) {
  const { t } = useTexts();
  const enable = useEnableBot(id);
  const stop = async () => {
    const text = t("admin-bot-stop-question", { name: `@${username}` });
    if (await confirmed({ text, yes: t("admin-bot-stop"), no: t("ui-cancel"), destructive: true }))
      enable.mutate(false);
  };
  return (
    <Card>
      <div className="line">
        <span className="list-text">
          <strong>@{username}</strong>
          <span className="hint">{t(`admin-bot-kind-${kind}`)}</span>
        </span>
        <span className="push">
          <Badge tone={enabled ? "good" : "plain"}>{t(enabled ? "admin-bot-runs" : "admin-bot-stopped")}</Badge>
        </span>
      </div>
      <BotCheckLine id={id} />
      <div className="line">
        <Link href={`/bots/${id}/token`} className="button">
          {t("admin-bot-token-new")}
        </Link>
        {enabled ? (
          <Button look="danger" busy={enable.isPending} onPress={() => void stop()}>
            {t("admin-bot-stop")}
          </Button>
        ) : (
          <Button busy={enable.isPending} onPress={() => enable.mutate(true)}>
            {t("admin-bot-start")}
          </Button>
        )}
      </div>
      <Refused problem={enable.error} />
    </Card>
  );
}

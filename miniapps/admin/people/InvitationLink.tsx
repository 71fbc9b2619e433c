import { Copy, Send } from "lucide-react";
import { useState } from "react";
import type { InvitationView } from "#shared/contracts/members";
import { clockTime, day } from "../../kit/format";
import { haptic, openOutside } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Card } from "../../kit/ui/Card";
import { Field } from "../../kit/ui/Field";

/** Shown once: nobody, not even the house, can read it again. */
export function InvitationLink({ invitation: { url, role, expiresAt } }: { invitation: InvitationView }) {
  const { t, language } = useTexts();
  const [copied, setCopied] = useState(false);
  if (!url) return <p className="problem-text">{t("invite-no-bot")}</p>;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    haptic("success");
    setCopied(true);
  };
  const until = new Date(expiresAt);
  return (
    <Card title={t(`role-${role}`)}>
      <Field label={t("admin-invitation-link")}>
        <input readOnly value={url} onFocus={(event) => event.target.select()} />
      </Field>
      <p className="hint">
        {t("admin-invitation-until", { when: `${day(language, until)}, ${clockTime(language, until)}` })}
      </p>
      <div className="line">
        <Button look="primary" onPress={() => openOutside(`https://t.me/share/url?url=${encodeURIComponent(url)}`)}>
          <Send size={18} aria-hidden="true" />
          {t("admin-invitation-send")}
        </Button>
        <Button onPress={() => void copy()}>
          <Copy size={18} aria-hidden="true" />
          {t(copied ? "admin-copied" : "admin-copy")}
        </Button>
      </div>
    </Card>
  );
}

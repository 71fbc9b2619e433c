import { useState } from "react";
import type { BrandMenuView, ItemAtBranch, ItemView } from "#shared/contracts/brand-menu";
import { StockChange } from "#shared/contracts/menu";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Badge } from "../../kit/ui/Card";
import { Refused } from "../../kit/ui/States";
import { Group, NumberField, SelectField } from "../forms/fields";
import { wholeOf } from "../forms/read-fields";
import { useAvailability, useChangeStock } from "./queries";
import { StockLog } from "./StockLog";

const UNCOUNTED = { available: true, stock: null };

/** Whether each branch has it, how many portions are counted, and why. Takes effect at once, without saving. */
export function AtBranches({ menu, item }: { menu: BrandMenuView; item: ItemView }) {
  const { t, language } = useTexts();
  return (
    <Group title={t("admin-stock-title")} hint={t("admin-stock-hint")}>
      {menu.branches.map(({ id, name }) => {
        const at = item.at.find(({ branchId }) => branchId === id) ?? { branchId: id, ...UNCOUNTED };
        return <BranchStock key={id} name={localText(name, language)} itemId={item.id} at={at} />;
      })}
    </Group>
  );
}

const REASONS = ["counted", "received", "spoiled"] as const;

function BranchStock({ name, itemId, at }: { name: string; itemId: string; at: ItemAtBranch }) {
  const { t } = useTexts();
  const place = { branchId: at.branchId, itemId };
  const availability = useAvailability(place);
  const [showsLog, setShowsLog] = useState(false);
  const there = at.available && at.stock !== 0;
  const state = t(there ? "admin-stock-there" : "admin-menu-sold-out");
  return (
    <div className="stock">
      <div className="line">
        <strong className="push-end">{name}</strong>
        <Badge tone={there ? "good" : "alarm"}>{state}</Badge>
        <span className="hint">
          {at.stock === null ? t("admin-stock-uncounted") : t("admin-menu-left", { count: at.stock })}
        </span>
        <span className="push" />
        <Button busy={availability.isPending} onPress={() => availability.mutate(!at.available)}>
          {t(at.available ? "admin-stock-mark-out" : "admin-stock-mark-there")}
        </Button>
      </div>
      <Refused problem={availability.error} />
      <StockForm place={place} counted={at.stock !== null} />
      <div className="line">
        <Button onPress={() => setShowsLog(!showsLog)}>{t("admin-stock-why")}</Button>
      </div>
      {showsLog && <StockLog {...place} />}
    </div>
  );
}

function StockForm({ place, counted }: { place: { branchId: string; itemId: string }; counted: boolean }) {
  const { t } = useTexts();
  const [reason, setReason] = useState<(typeof REASONS)[number]>("counted");
  const [text, setText] = useState("");
  const stock = useChangeStock(place);
  const number = wholeOf(text);
  const change = StockChange.safeParse(reason === "counted" ? { reason, stock: number } : { reason, quantity: number });
  const send = (wanted: StockChange) => stock.mutate(wanted, { onSuccess: () => setText("") });
  return (
    <>
      <div className="pair stock-form">
        <SelectField
          label={t("admin-stock-reason")}
          value={reason}
          onChange={setReason}
          options={REASONS.map((each) => ({ value: each, text: t(`admin-stock-reason-${each}`) }))}
        />
        <NumberField label={t("admin-stock-portions")} value={text} onChange={setText} />
        <div className="line">
          <Button busy={stock.isPending} disabled={!change.success} onPress={() => change.data && send(change.data)}>
            {t("admin-stock-save")}
          </Button>
          {counted && (
            <Button disabled={stock.isPending} onPress={() => send({ reason: "counted", stock: null })}>
              {t("admin-stock-stop")}
            </Button>
          )}
        </div>
      </div>
      <Refused problem={stock.error} />
    </>
  );
}

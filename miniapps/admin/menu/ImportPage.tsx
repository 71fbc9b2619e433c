import { useId } from "react";
import { Link, useLocation } from "wouter";
import { MENU_COLUMNS } from "#shared/contracts/menu-csv";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Card } from "../../kit/ui/Card";
import { Screen } from "../../kit/ui/Screen";
import { Loading, Refused } from "../../kit/ui/States";
import { ImportChanges, ImportErrors } from "./ImportRows";
import { useBrandMenu } from "./queries";
import { type Previewed, useImportMenu, usePreviewImport } from "./use-menu-file";

/** A menu from a spreadsheet: chosen, looked at line by line, and only then saved. */
export function ImportPage({ brandId }: { brandId: string }) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const id = useId();
  const preview = usePreviewImport(brandId);
  const back = `/?brand=${brandId}`;
  return (
    <Screen title={t("admin-import-title")} onBack={() => navigate(back)}>
      <Card>
        <p className="hint">{t("admin-import-how")}</p>
        <p className="hint">
          <code>{MENU_COLUMNS.join(", ")}</code>
        </p>
        <div className="line">
          <label htmlFor={id} className="button primary">
            {t("admin-import-choose")}
          </label>
          <input
            id={id}
            type="file"
            className="visually-hidden"
            accept=".csv,.txt,text/csv"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = ""; // the same file may be chosen again, once it is mended
              if (file) preview.mutate(file);
            }}
          />
          {preview.data && <span className="hint">{preview.data.file.name}</span>}
        </div>
        <Refused problem={preview.error} />
      </Card>
      {preview.isPending && <Loading rows={4} />}
      {preview.data && !preview.isPending && (
        <Preview
          key={preview.data.preview.fingerprint}
          brandId={brandId}
          previewed={preview.data}
          onAgain={() => preview.mutate(preview.data.file)}
        />
      )}
    </Screen>
  );
}

type Props = { brandId: string; previewed: Previewed; onAgain: () => void };

function Preview({ brandId, previewed, onAgain }: Props) {
  const { t } = useTexts();
  const menu = useBrandMenu(brandId);
  const saving = useImportMenu(brandId);
  const { preview } = previewed;
  const { added, changed, wrong, newCategories } = preview;
  const count = added + changed;
  const save = async () => {
    const text = wrong > 0 ? t("admin-import-question-wrong", { count, wrong }) : t("admin-import-question", { count });
    if (await confirmed({ text, yes: t("admin-import-yes"), no: t("ui-cancel") })) saving.mutate(previewed);
  };
  if (saving.data)
    return (
      <Card>
        <p role="status">{t("admin-import-done", { ...saving.data })}</p>
        <div className="line">
          <Link href={`/?brand=${brandId}`} className="button primary">
            {t("admin-import-see")}
          </Link>
        </div>
      </Card>
    );
  return (
    <>
      <section className="card" aria-label={t("admin-import-preview")}>
        <p role="status">{t("admin-import-summary", { added, changed, unchanged: preview.unchanged, wrong })}</p>
        <p className="hint">{t("admin-import-read-as", { encoding: preview.encoding.toUpperCase() })}</p>
        {newCategories.length > 0 && (
          <p className="hint">{t("admin-import-new-categories", { names: newCategories.slice(0, 10).join(", ") })}</p>
        )}
        <Refused problem={saving.error} />
        <div className="line">
          {saving.error?.code === "import.plan_changed" ? (
            <Button look="primary" onPress={onAgain}>
              {t("admin-import-again")}
            </Button>
          ) : (
            <Button look="primary" busy={saving.isPending} disabled={count === 0} onPress={() => void save()}>
              {t("admin-import-save", { count })}
            </Button>
          )}
        </div>
      </section>
      <ImportErrors preview={preview} />
      {menu.data && <ImportChanges preview={preview} menu={menu.data} />}
    </>
  );
}

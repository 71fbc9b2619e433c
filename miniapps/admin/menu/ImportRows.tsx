import type { BrandMenuView } from "#shared/contracts/brand-menu";
import type { ImportChange, ImportPreview } from "#shared/contracts/menu-csv";
import { LocalText } from "#shared/kernel/language";
import { money } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { TableBox } from "../tables/TableBox";

/** Lines that will be left out, and why. */
export function ImportErrors({ preview: { errors, wrong } }: { preview: ImportPreview }) {
  const { t } = useTexts();
  if (errors.length === 0) return null;
  return (
    <TableBox label={t("admin-import-problem")}>
      <h2 className="table-title">{t("admin-import-wrong", { count: wrong })}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t("admin-import-line")}
            </th>
            <th scope="col">{t("admin-import-problem")}</th>
            <th scope="col">{t("admin-import-found")}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ line, column, problem, found }) => (
            <tr key={`${line}-${column}`}>
              <td className="num">{line}</td>
              <td>
                {t(`admin-import-problem-${problem.replaceAll("_", "-")}`)}
                {column && <span className="below">{column}</span>}
              </td>
              <td className="found">{found || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong > errors.length && (
        <p className="hint table-foot">{t("admin-import-and-more", { count: wrong - errors.length })}</p>
      )}
    </TableBox>
  );
}

/** What would be another thing afterwards. */
export function ImportChanges({ preview, menu }: { preview: ImportPreview; menu: BrandMenuView }) {
  const { t, language } = useTexts();
  const more = preview.added + preview.changed - preview.changes.length;
  if (preview.changes.length === 0) return null;
  return (
    <TableBox label={t("admin-import-changes")}>
      <h2 className="table-title">{t("admin-import-changes")}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t("admin-import-line")}
            </th>
            <th scope="col">{t("admin-menu-item")}</th>
            <th scope="col">{t("admin-import-becomes")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.changes.map((change) => (
            <tr key={change.line}>
              <td className="num">{change.line}</td>
              <th scope="row">{localText(change.name, language)}</th>
              <td>
                <Becomes change={change} menu={menu} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="hint table-foot">{t("admin-import-and-more", { count: more })}</p>}
    </TableBox>
  );
}

function Becomes({ change: { before, after }, menu }: { change: ImportChange; menu: BrandMenuView }) {
  const { t, language } = useTexts();
  const say = (name: string, value: unknown): string => {
    if (name === "priceMinor") return money(language, Number(value), menu.currency);
    if (name === "category") return categoryName(menu, String(value), (text) => localText(text, language));
    const text = LocalText.safeParse(value);
    return text.success ? Object.values(text.data).join(" / ") : "—";
  };
  if (!before)
    return (
      <>
        {t("admin-import-new")}
        <span className="below">
          {say("category", after.category)} · {say("priceMinor", after.priceMinor)}
        </span>
      </>
    );
  return (
    <ul className="changes">
      {Object.keys(after).map((name) => (
        <li key={name}>
          <span className="hint">{t(`admin-import-field-${name.toLowerCase()}`)}: </span>
          <del>{say(name, before[name])}</del> → <ins>{say(name, after[name])}</ins>
        </li>
      ))}
    </ul>
  );
}

function categoryName(menu: BrandMenuView, idOrName: string, say: (text: LocalText) => string): string {
  const known = menu.categories.find(({ id }) => id === idOrName);
  return known ? say(known.name) : idOrName;
}

import { Link } from "wouter";
import type { BrandMenuView, ItemRow } from "#shared/contracts/brand-menu";
import { money } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Badge } from "../../kit/ui/Card";
import { TableBox } from "../tables/TableBox";
import { Photo } from "./Photo";

type Props = {
  menu: BrandMenuView;
  items: readonly ItemRow[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
};

/** Items with their prices, to open one or to mark many. */
export function ItemTable({ menu, items, selected, onSelect }: Props) {
  const { t, language } = useTexts();
  const all = items.every(({ id }) => selected.has(id));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <TableBox label={t("admin-section-menu")}>
      <table className="table middle">
        <thead>
          <tr>
            <th scope="col" className="mark">
              <input
                type="checkbox"
                aria-label={t("admin-menu-mark-all")}
                checked={all}
                onChange={() => onSelect(all ? new Set() : new Set(items.map(({ id }) => id)))}
              />
            </th>
            <th scope="col">{t("admin-menu-item")}</th>
            <th scope="col" className="only-wide">
              {t("admin-menu-category")}
            </th>
            <th scope="col" className="num">
              {t("admin-menu-price")}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} aria-selected={selected.has(item.id)}>
              <td className="mark">
                <input
                  type="checkbox"
                  aria-label={t("admin-menu-mark", { name: localText(item.name, language) })}
                  checked={selected.has(item.id)}
                  onChange={() => toggle(item.id)}
                />
              </td>
              <th scope="row">
                <Link href={`/${menu.brandId}/items/${item.id}`} className="item-link">
                  <Photo mediaId={item.photoMediaId} />
                  <span>
                    {localText(item.name, language)}
                    <Lacking menu={menu} item={item} />
                  </span>
                </Link>
              </th>
              <td className="only-wide">
                <CategoryName menu={menu} categoryId={item.categoryId} />
              </td>
              <td className="num">{money(language, item.priceMinor, menu.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function CategoryName({ menu, categoryId }: { menu: BrandMenuView; categoryId: string }) {
  const { language } = useTexts();
  const category = menu.categories.find(({ id }) => id === categoryId);
  return category ? localText(category.name, language) : null;
}

/** Where it is sold out, and how many portions are left where they are counted. */
function Lacking({ menu, item }: { menu: BrandMenuView; item: ItemRow }) {
  const { t } = useTexts();
  const out = item.at.filter(({ available, stock }) => !available || stock === 0);
  const counted = item.at.filter(({ available, stock }) => available && stock !== null && stock > 0);
  const left = counted.reduce((sum, { stock }) => sum + (stock ?? 0), 0);
  if (out.length > 0)
    return (
      <span className="below">
        <Badge tone="alarm">
          {out.length === menu.branches.length
            ? t("admin-menu-sold-out")
            : t("admin-menu-sold-out-at", { count: out.length, all: menu.branches.length })}
        </Badge>
      </span>
    );
  return counted.length > 0 ? <span className="below">{t("admin-menu-left", { count: left })}</span> : null;
}

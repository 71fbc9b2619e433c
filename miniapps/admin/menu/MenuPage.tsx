import { Download, FolderTree, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import type { BrandMenuView } from "#shared/contracts/brand-menu";
import { useLive } from "../../kit/live";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Empty, Loading, Problem, Refused } from "../../kit/ui/States";
import { useBranches } from "../branches/queries";
import { SelectField } from "../forms/fields";
import { SearchField } from "../tables/SearchField";
import { useDownload } from "../tables/use-download";
import { useUrlFilter } from "../tables/use-url-filter";
import { BulkPanel } from "./BulkPanel";
import { ItemTable } from "./ItemTable";
import { type ItemFilters, useBrandMenu, useItems } from "./queries";

type Filter = { brand?: string | undefined } & ItemFilters;
type Change = (next: Partial<Record<"brand" | "categoryId" | "q" | "soldOut", string>>) => void;

/** The menus of the house, a brand at a time. */
export function MenuPage() {
  const { t } = useTexts();
  const [filter, change] = useUrlFilter(["brand", "categoryId", "q", "soldOut"]);
  const branches = useBranches();
  return (
    <Screen title={t("admin-section-menu")}>
      <Query query={branches} rows={5}>
        {(found) => {
          const brands = [...new Map(found.map(({ brandId, brandName }) => [brandId, brandName]))];
          const brandId = filter.brand ?? brands[0]?.[0];
          if (!brandId) return <Empty text={t("admin-menu-no-brand")} />;
          return (
            <>
              {brands.length > 1 && (
                <SelectField
                  label={t("admin-menu-brand")}
                  value={brandId}
                  onChange={(brand) => change({ brand, categoryId: "" })}
                  options={brands.map(([value, text]) => ({ value, text }))}
                />
              )}
              <BrandMenu key={brandId} brandId={brandId} filter={filter as Filter} change={change} />
            </>
          );
        }}
      </Query>
    </Screen>
  );
}

type BrandProps = { brandId: string; filter: Filter; change: Change };

function BrandMenu({ brandId, filter, change }: BrandProps) {
  const menu = useBrandMenu(brandId);
  useLive(menu.data?.branches.map(({ id }) => `branch:${id}`) ?? [], {
    "menu.changed": [
      ["items", brandId],
      ["brand-menu", brandId],
    ],
  });
  return (
    <Query query={menu} rows={5}>
      {(found) => (
        <>
          <Tools brandId={brandId} />
          <Narrow menu={found} filter={filter} change={change} />
          <Items menu={found} filter={filter} />
        </>
      )}
    </Query>
  );
}

function Tools({ brandId }: { brandId: string }) {
  const { t } = useTexts();
  const download = useDownload();
  return (
    <div className="line">
      <Link href={`/${brandId}/new`} className="button primary">
        <Plus size={18} aria-hidden="true" />
        {t("admin-menu-new-item")}
      </Link>
      <Link href={`/${brandId}/categories`} className="button">
        <FolderTree size={18} aria-hidden="true" />
        {t("admin-menu-categories")}
      </Link>
      <Link href={`/${brandId}/import`} className="button">
        <Upload size={18} aria-hidden="true" />
        {t("admin-menu-import")}
      </Link>
      <Button busy={download.isPending} onPress={() => download.mutate({ kind: "menu", brandId })}>
        <Download size={18} aria-hidden="true" />
        {t("admin-menu-export")}
      </Button>
      <Refused problem={download.error} />
    </div>
  );
}

function Narrow({ menu, filter, change }: { menu: BrandMenuView; filter: Filter; change: Change }) {
  const { t, language } = useTexts();
  return (
    <>
      <search>
        <SearchField label={t("admin-menu-search")} value={filter.q ?? ""} onChange={(q) => change({ q })} />
      </search>
      <fieldset className="chips">
        <legend className="visually-hidden">{t("admin-menu-categories")}</legend>
        <Chip text={t("admin-filter-all")} on={!filter.categoryId} onPress={() => change({ categoryId: "" })} />
        {menu.categories.map(({ id, name, items }) => (
          <Chip
            key={id}
            text={`${localText(name, language)} · ${items}`}
            on={filter.categoryId === id}
            onPress={() => change({ categoryId: id })}
          />
        ))}
        <Chip
          text={t("admin-menu-sold-out")}
          on={filter.soldOut === "true"}
          onPress={() => change({ soldOut: filter.soldOut ? "" : "true" })}
        />
      </fieldset>
    </>
  );
}

const Chip = ({ text, on, onPress }: { text: string; on: boolean; onPress: () => void }) => (
  <button type="button" className="chip" aria-pressed={on} onClick={onPress}>
    {text}
  </button>
);

function Items({ menu, filter }: { menu: BrandMenuView; filter: Filter }) {
  const { t } = useTexts();
  const { categoryId, q, soldOut } = filter;
  const items = useItems(menu.brandId, { categoryId, q, soldOut });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  if (items.isPending) return <Loading rows={6} />;
  if (items.isError) return <Problem problem={items.error} onRetry={() => void items.refetch()} />;
  const found = items.data.flatMap((page) => page.items);
  if (found.length === 0) return <Empty text={t("admin-menu-nothing")} />;
  return (
    <>
      <ItemTable menu={menu} items={found} selected={selected} onSelect={setSelected} />
      {items.hasNextPage && (
        <Button wide busy={items.isFetchingNextPage} onPress={() => void items.fetchNextPage()}>
          {t("admin-show-more")}
        </Button>
      )}
      {selected.size > 0 && <BulkPanel menu={menu} itemIds={[...selected]} onDone={() => setSelected(new Set())} />}
    </>
  );
}

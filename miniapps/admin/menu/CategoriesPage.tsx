import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { type BrandMenuView, CategoryDraft, type CategoryView } from "#shared/contracts/brand-menu";
import { localText } from "../../kit/local-text";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Refused } from "../../kit/ui/States";
import { Group } from "../forms/fields";
import { orNothing } from "../forms/read-fields";
import type { Words } from "./item-draft";
import { useBrandMenu, useEditCategories } from "./queries";
import { WordsFields } from "./WordsFields";

const NO_WORDS: Words = { en: "", ru: "", uz: "" };

/** What the menu is divided into, in the order in which customers see it. */
export function CategoriesPage({ brandId }: { brandId: string }) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const menu = useBrandMenu(brandId);
  return (
    <Screen title={t("admin-menu-categories")} onBack={() => navigate(`/?brand=${brandId}`)}>
      <Query query={menu} rows={4}>
        {(found) => <Categories menu={found} />}
      </Query>
    </Screen>
  );
}

function Categories({ menu }: { menu: BrandMenuView }) {
  const { t, language } = useTexts();
  const { add, rename, order, archive } = useEditCategories(menu.brandId);
  const ids = menu.categories.map(({ id }) => id);
  const move = (index: number, by: -1 | 1) => order.mutate(swapped(ids, index, index + by));
  const remove = async ({ id, name }: CategoryView) => {
    const text = t("admin-category-archive-question", { name: localText(name, language) });
    const question = { text, yes: t("admin-category-archive"), no: t("ui-cancel"), destructive: true };
    if (await confirmed(question)) archive.mutate(id);
  };
  return (
    <>
      <Refused problem={order.error ?? archive.error} />
      <ul className="list">
        {menu.categories.map((category, index) => (
          <li key={category.id} className="category">
            <CategoryEditor
              category={category}
              busy={rename.isPending}
              onSave={(name) => rename.mutate({ id: category.id, name })}
            />
            <div className="line">
              <IconButton label={t("admin-category-up")} disabled={index === 0} onPress={() => move(index, -1)}>
                <ArrowUp size={18} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t("admin-category-down")}
                disabled={index === ids.length - 1}
                onPress={() => move(index, 1)}
              >
                <ArrowDown size={18} aria-hidden="true" />
              </IconButton>
              <IconButton label={t("admin-category-archive")} disabled={false} onPress={() => void remove(category)}>
                <Trash2 size={18} aria-hidden="true" />
              </IconButton>
            </div>
          </li>
        ))}
      </ul>
      <Refused problem={rename.error} />
      <NewCategory key={menu.categories.length} busy={add.isPending} onAdd={(name) => add.mutate(name)} />
      <Refused problem={add.error} />
    </>
  );
}

const swapped = (ids: readonly string[], from: number, to: number): string[] =>
  ids.map((id, index) => (index === from ? ids[to]! : index === to ? ids[from]! : id));

type IconButtonProps = { label: string; disabled: boolean; onPress: () => void; children: React.ReactNode };

const IconButton = ({ label, disabled, onPress, children }: IconButtonProps) => (
  <button type="button" className="button square" aria-label={label} disabled={disabled} onClick={onPress}>
    {children}
  </button>
);

type Named = CategoryDraft["name"];

const nameOf = ({ en, ru, uz }: Words): Named | null => {
  const parsed = CategoryDraft.safeParse({ name: { en, ru: orNothing(ru), uz: orNothing(uz) } });
  return parsed.success ? parsed.data.name : null;
};

type EditorProps = { category: CategoryView; busy: boolean; onSave: (name: Named) => void };

function CategoryEditor({ category, busy, onSave }: EditorProps) {
  const { t, language } = useTexts();
  const [words, setWords] = useState<Words | null>(null);
  if (!words)
    return (
      <button type="button" className="list-row" onClick={() => setWords({ ...NO_WORDS, ...category.name })}>
        <span className="list-text">
          <strong>{localText(category.name, language)}</strong>
          <span className="hint">{t("admin-category-items", { count: category.items })}</span>
        </span>
      </button>
    );
  const name = nameOf(words);
  const save = () => {
    if (name) onSave(name);
    setWords(null);
  };
  return (
    <div className="category-edit">
      <WordsFields label={t("admin-category-name")} value={words} onChange={setWords} />
      <div className="line">
        <Button look="primary" busy={busy} disabled={!name} onPress={save}>
          {t("admin-stock-save")}
        </Button>
        <Button onPress={() => setWords(null)}>{t("ui-cancel")}</Button>
      </div>
    </div>
  );
}

function NewCategory({ busy, onAdd }: { busy: boolean; onAdd: (name: Named) => void }) {
  const { t } = useTexts();
  const [words, setWords] = useState(NO_WORDS);
  const name = nameOf(words);
  return (
    <Group title={t("admin-category-new")}>
      <WordsFields label={t("admin-category-name")} value={words} onChange={setWords} />
      <div className="line">
        <Button look="primary" busy={busy} disabled={!name} onPress={() => name && onAdd(name)}>
          {t("admin-category-add")}
        </Button>
      </div>
    </Group>
  );
}

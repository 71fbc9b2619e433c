import { useLocation } from "wouter";
import { localText } from "../../kit/local-text";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Refused } from "../../kit/ui/States";
import { leaveFor } from "../app/leaving";
import { AtBranches } from "./AtBranches";
import { EditItemForm, NewItemForm } from "./ItemForm";
import { useArchiveItem, useBrandMenu, useItem } from "./queries";

const useBackToMenu = (brandId: string) => {
  const [, navigate] = useLocation();
  return () => navigate(`/?brand=${brandId}`);
};

export function NewItemPage({ brandId }: { brandId: string }) {
  const { t } = useTexts();
  const menu = useBrandMenu(brandId);
  return (
    <Screen title={t("admin-menu-new-item")} onBack={useBackToMenu(brandId)}>
      <Query query={menu} rows={5}>
        {(found) => <NewItemForm menu={found} />}
      </Query>
    </Screen>
  );
}

export function EditItemPage({ brandId, id }: { brandId: string; id: string }) {
  const { t, language } = useTexts();
  const menu = useBrandMenu(brandId);
  const item = useItem(id);
  return (
    <Screen
      title={item.data ? localText(item.data.name, language) : t("admin-menu-item")}
      onBack={useBackToMenu(brandId)}
    >
      <Query query={menu} rows={5}>
        {(found) => (
          <Query query={item} rows={5}>
            {(view) => (
              <>
                <EditItemForm key={view.updatedAt} menu={found} item={view} onOutdated={() => void item.refetch()} />
                <AtBranches menu={found} item={view} />
                <TakeOff brandId={brandId} id={id} name={localText(view.name, language)} />
              </>
            )}
          </Query>
        )}
      </Query>
    </Screen>
  );
}

/** There is no way back from here, so it asks. */
function TakeOff({ brandId, id, name }: { brandId: string; id: string; name: string }) {
  const { t } = useTexts();
  const archive = useArchiveItem(id, () => leaveFor(`/menu?brand=${brandId}`));
  const ask = async () => {
    const question = { text: t("admin-menu-archive-question", { name }), destructive: true };
    if (await confirmed({ ...question, yes: t("admin-bulk-archive"), no: t("ui-cancel") })) archive.mutate();
  };
  return (
    <div className="line">
      <Button look="danger" busy={archive.isPending} onPress={() => void ask()}>
        {t("admin-bulk-archive")}
      </Button>
      <Refused problem={archive.error} />
    </div>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MenuItem } from "#shared/contracts/menu";
import { localText } from "../../kit/local-text";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Sheet } from "../../kit/ui/headless/Sheet";
import { Query } from "../../kit/ui/Query";
import { Refused } from "../../kit/ui/States";
import { menuQuery } from "./kitchen-queries";

/** The menu as a list of switches: what has run out is off the menu everywhere, at once. */
export function SoldOut({ branchId, onClose }: { branchId: string; onClose: () => void }) {
  const { t, language } = useTexts();
  const { session } = useSigned();
  const menu = useQuery(menuQuery(session.api, branchId));
  const [text, setText] = useState("");
  const fits = ({ name }: MenuItem) => localText(name, language).toLowerCase().includes(text.trim().toLowerCase());
  return (
    <Sheet title={t("dispatch-what-is-there")} isOpen onClose={onClose} side>
      <input
        className="find"
        type="search"
        value={text}
        aria-label={t("dispatch-find-dish")}
        placeholder={t("dispatch-find-dish")}
        onChange={(event) => setText(event.target.value)}
      />
      <Query query={menu}>
        {({ categories }) => (
          <div className="dishes">
            {categories
              .map((category) => ({ ...category, items: category.items.filter(fits) }))
              .filter(({ items }) => items.length > 0)
              .map(({ id, name, items }) => (
                <section key={id}>
                  <h3>{localText(name, language)}</h3>
                  <ul>
                    {items.map((item) => (
                      <Dish key={item.id} branchId={branchId} item={item} />
                    ))}
                  </ul>
                </section>
              ))}
          </div>
        )}
      </Query>
    </Sheet>
  );
}

function Dish({ branchId, item }: { branchId: string; item: MenuItem }) {
  const { t, language } = useTexts();
  const { session } = useSigned();
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: (available: boolean) =>
      ask(session.api.branches({ id: branchId }).items({ itemId: item.id }).availability.put({ available })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["menu", branchId] }),
  });
  const name = localText(item.name, language);
  return (
    <li className={item.available ? "dish" : "dish gone"}>
      <span>
        {name}
        {item.stock !== null && <span className="hint"> · {t("dispatch-left-over", { count: item.stock })}</span>}
      </span>
      <Button
        look={item.available ? "plain" : "primary"}
        busy={mark.isPending}
        onPress={() => mark.mutate(!item.available)}
      >
        {t(item.available ? "dispatch-sold-out" : "dispatch-there-again")}
        <span className="only-heard"> {name}</span>
      </Button>
      <Refused problem={mark.error} />
    </li>
  );
}

import { ChevronRight, Plus } from "lucide-react";
import { Link } from "wouter";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { BranchState } from "./BranchState";
import { useBranches } from "./queries";

/** All branches, and whether each takes orders at this moment. */
export function BranchList() {
  const { t, language } = useTexts();
  const branches = useBranches();
  const add = (
    <Link href="/new" className="button">
      <Plus size={18} aria-hidden="true" />
      {t("admin-branch-new")}
    </Link>
  );
  return (
    <Screen title={t("admin-section-branches")} aside={add}>
      <Query query={branches}>
        {(found) => (
          <ul className="list">
            {found.map((branch) => (
              <li key={branch.id}>
                <Link href={`/${branch.id}`} className="list-row">
                  <span className="list-text">
                    <strong>{localText(branch.name, language)}</strong>
                    <span className="hint">{branch.addressText}</span>
                  </span>
                  <BranchState branch={branch} />
                  <ChevronRight size={18} aria-hidden="true" className="hint" />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Query>
    </Screen>
  );
}

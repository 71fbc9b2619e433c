import { decodeText } from "#api/domain/menu-csv/decode-text";
import { type ImportPlan, planImport } from "#api/domain/menu-csv/plan-import";
import { brandOf } from "#api/modules/brand-menu/brand-of";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { sha256 } from "#api/platform/secrets";
import { withActor } from "#api/platform/with-actor";
import { type ImportPreview, PREVIEW_ROWS } from "#shared/contracts/menu-csv";
import type { Id } from "#shared/kernel/ids";
import { knownMenu } from "./known-menu";
import { readLines } from "./read-lines";

export type MenuFile = { id: Id; bytes: Uint8Array };

/**
 * What a file would change of a brand's menu, and what is wrong with it line by line. Nothing is saved.
 * @throws Refusal `auth.not_allowed`, `brand.not_found`, `import.…`
 */
export const previewImport = async (deps: Deps, person: Person, { id, bytes }: MenuFile): Promise<ImportPreview> => {
  const { text, encoding } = decodeText(bytes);
  const { separator, lines, errors } = await readLines(text);
  return withActor(deps, person, async (work) => {
    const menu = await knownMenu(work, await brandOf(work, person, id));
    const plan = planImport(lines, menu);
    const wrong = [...errors, ...plan.errors].sort((a, b) => a.line - b.line);
    return {
      encoding,
      separator,
      currency: menu.currency,
      lines: lines.length + errors.length,
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged,
      wrong: wrong.length,
      newCategories: plan.newCategories.slice(0, PREVIEW_ROWS),
      changes: plan.changes.slice(0, PREVIEW_ROWS),
      errors: wrong.slice(0, PREVIEW_ROWS),
      fingerprint: fingerprintOf(plan),
    };
  });
};

/** Of what would be written, and over what: another menu underneath gives another one. */
export const fingerprintOf = ({ changes, newCategories }: ImportPlan): string =>
  sha256(JSON.stringify([changes, newCategories]));

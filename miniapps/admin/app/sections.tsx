import {
  Bike,
  ChartColumn,
  ClipboardList,
  History,
  type LucideIcon,
  MapIcon,
  ReceiptText,
  Settings,
  Store,
  Users,
} from "lucide-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Permission } from "#shared/kernel/permissions";

/** One part of the business. It owns every path below its own, and finds its way in there by itself. */
export type Section = {
  /** First part of the path, and of the text ids: `admin-section-orders`. */
  id: string;
  icon: LucideIcon;
  /** Whoever may not do this does not see the section; the API refuses besides. `null`: everybody who got in. */
  needs: Permission | null;
  /** Within reach of the thumb on a phone; the others are one tap further away. */
  near: boolean;
  Content: LazyExoticComponent<ComponentType>;
};

/** In the order in which they are shown. Each is a chunk of its own, so that a phone loads what it opens. */
export const SECTIONS: readonly Section[] = [
  {
    id: "orders",
    icon: ReceiptText,
    needs: "order.export",
    near: true,
    Content: lazy(() => import("../orders/OrdersSection")),
  },
  {
    id: "menu",
    icon: ClipboardList,
    needs: "menu.edit",
    near: true,
    Content: lazy(() => import("../menu/MenuSection")),
  },
  {
    id: "branches",
    icon: Store,
    needs: "branch.edit",
    near: true,
    Content: lazy(() => import("../branches/BranchesSection")),
  },
  {
    id: "zones",
    icon: MapIcon,
    needs: "zone.edit",
    near: false,
    Content: lazy(() => import("../zones/ZonesSection")),
  },
  {
    id: "people",
    icon: Users,
    needs: "member.see",
    near: true,
    Content: lazy(() => import("../people/PeopleSection")),
  },
  {
    id: "couriers",
    icon: Bike,
    needs: "report.see",
    near: false,
    Content: lazy(() => import("../couriers/CouriersSection")),
  },
  {
    id: "reports",
    icon: ChartColumn,
    needs: "report.see",
    near: false,
    Content: lazy(() => import("../reports/ReportsSection")),
  },
  {
    id: "audit",
    icon: History,
    needs: "audit.see",
    near: false,
    Content: lazy(() => import("../audit/AuditSection")),
  },
  {
    id: "settings",
    icon: Settings,
    needs: null,
    near: false,
    Content: lazy(() => import("../settings/SettingsSection")),
  },
];

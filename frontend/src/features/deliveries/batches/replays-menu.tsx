import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { ReplayIcon } from "../../../components/icons";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import type { DeliveryFilters } from "../filters";
import { PlanDialog } from "./plan-dialog";

interface ReplaysMenuProps {
  organizationId: string;
  filters: DeliveryFilters;
  canReplay: boolean;
}

/** What concerns many deliveries at once; whoever only reads sees what others replayed. */
export function ReplaysMenu({ organizationId, filters, canReplay }: ReplaysMenuProps) {
  const [isAsking, setIsAsking] = useState(false);
  const all = paths.batches(organizationId);
  if (!canReplay) {
    return (
      <Button component={Link} to={all} variant="default" leftSection={<ReplayIcon />}>
        {pageTexts.selection.menu}
      </Button>
    );
  }
  return (
    <>
      <Menu position="bottom-end" width={290}>
        <Menu.Target>
          <Button variant="default" leftSection={<ReplayIcon />}>
            {pageTexts.selection.menu}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setIsAsking(true)}>{pageTexts.selection.takeAll}</Menu.Item>
          <Menu.Item component={Link} to={all}>
            {pageTexts.selection.seeAll}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PlanDialog
        organizationId={organizationId}
        what={{ filters: { ...filters, cursor: undefined } }}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

import { Button, Select } from "@mantine/core";
import type { Member, Role } from "../../api/schema";
import { Badge } from "../../components/badge";
import tableClasses from "../../components/data-table.module.css";
import { ExactTime } from "../../components/exact-time";
import { asDay } from "../../lib/dates";
import { asRole, includesRole, roleOptions } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./member-list.module.css";

interface MemberRowProps {
  member: Member;
  viewer: { id: string; role: Role; canManage: boolean };
  isChanging: boolean;
  onRole: (role: Role) => void;
  onRemove: () => void;
}

export function MemberRow({ member, viewer, isChanging, onRole, onRemove }: MemberRowProps) {
  const isViewer = member.userId === viewer.id;
  // Nobody takes a role above their own.
  const canManage = viewer.canManage && includesRole(viewer.role, member.role);
  return (
    <tr className={`${tableClasses.row} ${classes.row}`}>
      <td className={classes.name}>
        <span className={classes.headline}>
          {member.name}
          {isViewer && <span className={classes.you}>{pageTexts.people.you}</span>}
        </span>
        <span className={classes.email}>{member.email}</span>
      </td>
      <td className={classes.role}>
        {canManage ? (
          <Select
            aria-label={pageTexts.people.roleOf(member.name)}
            data={roleOptions(viewer.role)}
            value={member.role}
            onChange={(value) => {
              const role = asRole(value);
              if (role !== undefined && role !== member.role) {
                onRole(role);
              }
            }}
            disabled={isChanging}
            allowDeselect={false}
            checkIconPosition="right"
          />
        ) : (
          texts.roles[member.role]
        )}
      </td>
      <td className={classes.factor}>
        <span className={tableClasses.caption}>{pageTexts.people.secondFactor} </span>
        <Badge tone={member.hasSecondFactor ? "green" : "gray"}>
          {member.hasSecondFactor
            ? pageTexts.people.hasSecondFactor
            : pageTexts.people.hasNoSecondFactor}
        </Badge>
      </td>
      <td className={`${classes.joined} ${tableClasses.muted}`}>
        <span className={tableClasses.caption}>{pageTexts.people.joined} </span>
        <ExactTime instant={member.joinedAt} format={asDay} />
      </td>
      {viewer.canManage && (
        <td
          className={`${classes.actions} ${tableClasses.actions}`}
          data-empty={!canManage || isViewer || undefined}
        >
          {canManage && !isViewer && (
            <Button
              variant="subtle"
              color="red"
              size="xs"
              onClick={onRemove}
              aria-label={pageTexts.people.removeOf(member.name)}
            >
              {pageTexts.people.remove}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { PermissionResponse } from "../../api/schema";
import tableClasses from "../../components/data-table.module.css";
import { CheckIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { Section } from "../../components/section";
import { SkeletonRows } from "../../components/skeleton-rows";
import { roles } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { permissionsQuery } from "./queries";
import classes from "./role-table.module.css";

/** What each role may do, as the backend enforces it. */
export function RoleTable() {
  const { data: permissions, error, refetch, isFetching } = useQuery(permissionsQuery);
  return (
    <Section title={pageTexts.people.roles}>
      {permissions === undefined && error !== null ? (
        <ProblemAlert
          title={pageTexts.people.permissionsFailed}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      ) : (
        <div className={tableClasses.frame}>
          <table
            className={`${tableClasses.table} ${classes.table}`}
            aria-label={pageTexts.people.roles}
            aria-busy={permissions === undefined}
          >
            <thead>
              <tr>
                <th>{pageTexts.people.permission}</th>
                {roles.map((role) => (
                  <th key={role} className={classes.role}>
                    {texts.roles[role]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {permissions?.map((permission) => (
                <PermissionRow key={permission.permission} permission={permission} />
              )) ?? <SkeletonRows columns={5} rows={8} />}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function PermissionRow({ permission }: { permission: PermissionResponse }) {
  return (
    <tr>
      <th scope="row" className={classes.permission}>
        {permission.description}
      </th>
      {roles.map((role) => (
        <td key={role} className={classes.role}>
          {permission.roles.includes(role) ? (
            <span className={classes.allowed}>
              <CheckIcon />
              <VisuallyHidden>{pageTexts.people.allowed}</VisuallyHidden>
            </span>
          ) : (
            <>
              <span className={tableClasses.muted} aria-hidden="true">
                {texts.common.none}
              </span>
              <VisuallyHidden>{pageTexts.people.notAllowed}</VisuallyHidden>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, read, readFile } from "../../api/client";
import type { AuditEventControllerAuditFormat } from "../../api/schema";
import type { AuditFilters } from "./filters";

const limit = 50;

export const auditEventsQuery = (organizationId: string, filters: AuditFilters) =>
  queryOptions({
    queryKey: [organizationId, "audit-events", filters],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/audit-events", {
          params: { path: { organizationId }, query: { ...filters, limit } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** The same of the installation itself, for support staff. */
export const installationEventsQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ["support", "audit-events", cursor],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/support/audit-events", { params: { query: { cursor, limit } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

export type ExportFormat = AuditEventControllerAuditFormat;

const fileNames: Record<ExportFormat, string> = {
  CSV: "audit-events.csv",
  NDJSON: "audit-events.ndjson",
};

export function exportAuditEvents(
  organizationId: string,
  { cursor: _, ...filters }: AuditFilters,
  format: ExportFormat,
) {
  return readFile(
    client.GET("/api/organizations/{organizationId}/audit-events/export", {
      params: { path: { organizationId }, query: { ...filters, format } },
      parseAs: "blob",
    }),
    fileNames[format],
  );
}

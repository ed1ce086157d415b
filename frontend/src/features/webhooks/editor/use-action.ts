import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ActionDescription } from "../../../api/schema";
import { mappedFields } from "./action-options-set";
import type { Draft } from "./draft";
import { panelQuery } from "./queries";

/** The action of a draft with the fields it can fill, those of its panel if it has panels. */
export function useAction(
  organizationId: string,
  actions: ActionDescription[] | undefined,
  { actionType, panel, options }: Draft,
) {
  const action = actions?.find(({ type }) => type === actionType);
  const needsPanel = action?.needsPanel ?? false;
  const panelFields = useQuery({
    ...panelQuery(organizationId, actionType ?? "", panel ?? ""),
    enabled: needsPanel && panel !== null,
  });
  const all = needsPanel ? panelFields.data?.fields : action?.fields;
  const ownerField = needsPanel ? panelFields.data?.ownerField : action?.ownerField;
  const fields = useMemo(
    () => all && mappedFields(all, ownerField, action?.options ?? [], options),
    [all, ownerField, action, options],
  );
  return {
    action,
    needsPanel,
    /** What an option may write into; undefined while they are not known. */
    all,
    /** What is left to be mapped; undefined while they are not known. */
    fields,
    panelFields,
    /** The action as if its panel were all there is. */
    description: action && fields && { ...action, fields },
  };
}

import { useQuery } from "@tanstack/react-query";
import type { ActionDescription } from "../../../api/schema";
import type { Draft } from "./draft";
import { panelQuery } from "./queries";

/** The action of a draft with the fields it can fill, those of its panel if it has panels. */
export function useAction(
  organizationId: string,
  actions: ActionDescription[] | undefined,
  { actionType, panel }: Draft,
) {
  const action = actions?.find(({ type }) => type === actionType);
  const needsPanel = action?.needsPanel ?? false;
  const panelFields = useQuery({
    ...panelQuery(organizationId, actionType ?? "", panel ?? ""),
    enabled: needsPanel && panel !== null,
  });
  const fields = needsPanel ? panelFields.data?.fields : action?.fields;
  return {
    action,
    needsPanel,
    /** Undefined while they are not known. */
    fields,
    panelFields,
    /** The action as if its panel were all there is. */
    description: action && fields && { ...action, fields },
  };
}

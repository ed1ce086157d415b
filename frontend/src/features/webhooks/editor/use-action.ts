import { useQuery } from "@tanstack/react-query";
import type { ActionDescription } from "../../../api/schema";
import { mappedFields } from "./action-options-set";
import type { Draft } from "./draft";
import { labelled, labelsOf } from "./field-choices";
import { panelQuery } from "./queries";
import { useChoices } from "./use-choices";

/** The action of a draft with the fields it can fill, those of its panel if it has panels. */
export function useAction(
  organizationId: string,
  actions: ActionDescription[] | undefined,
  { actionType, panel, values, options }: Draft,
) {
  const action = actions?.find(({ type }) => type === actionType);
  const needsPanel = action?.needsPanel ?? false;
  const panelFields = useQuery({
    ...panelQuery(organizationId, actionType ?? "", panel ?? ""),
    enabled: needsPanel && panel !== null,
  });
  const choices = useChoices(organizationId, action);
  const own = needsPanel ? panelFields.data?.fields : action?.fields;
  const ownerField = needsPanel ? panelFields.data?.ownerField : action?.ownerField;
  const labels = labelsOf(choices, values);
  const all = own && labelled(own, labels);
  const fields = all && mappedFields(all, ownerField, action?.options ?? [], options);
  return {
    action,
    needsPanel,
    /** What an option may write into; undefined while they are not known. */
    all,
    ownerField,
    /** What is left to be mapped; undefined while they are not known. */
    fields,
    panelFields,
    choices,
    /** The names of the fields that a record of what is chosen uses. */
    used: labels,
    /** The action as if its panel were all there is. */
    description: action && fields && { ...action, fields },
  };
}

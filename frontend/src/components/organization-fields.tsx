import { Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { slugOf } from "../lib/slug";
import { texts } from "../texts/texts";
import classes from "./organization-fields.module.css";

interface OrganizationFieldsProps {
  errors: Partial<Record<"organizationName" | "organizationSlug", string>>;
  size?: string;
}

/** Name and short name of an organization to be; the short name follows the name until it is typed. */
export function OrganizationFields({ errors, size = "sm" }: OrganizationFieldsProps) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string>();
  const slug = chosen ?? slugOf(name);
  return (
    <Stack gap="md">
      <TextInput
        name="organizationName"
        label={texts.fields.organizationName}
        autoComplete="organization"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        size={size}
        error={errors.organizationName}
      />
      <TextInput
        name="organizationSlug"
        label={texts.fields.organizationSlug}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={63}
        value={slug}
        onChange={(event) => setChosen(asTyped(event.currentTarget.value))}
        onBlur={() => chosen === "" && setChosen(undefined)}
        description={
          <>
            {texts.fields.organizationSlugHint}
            <span className={classes.url}>
              {location.origin}/hooks/<strong>{slug || texts.common.none}</strong>
            </span>
          </>
        }
        inputWrapperOrder={["label", "input", "error", "description"]}
        classNames={{ input: classes.slug }}
        size={size}
        error={errors.organizationSlug}
      />
    </Stack>
  );
}

function asTyped(text: string): string {
  return text.toLowerCase().replace(/\s/g, "-");
}

import { Select } from "@mantine/core";
import { useState } from "react";
import type { Role } from "../api/schema";
import { asRole, roleOptions } from "../lib/roles";
import { texts } from "../texts/texts";

interface RoleFieldProps {
  /** The role of whoever chooses. */
  own: Role;
  /** The most that can be chosen at all. */
  most?: Role;
  error: string | undefined;
}

/** A role to give, with what it may do. */
export function RoleField({ own, most = "OWNER", error }: RoleFieldProps) {
  const [role, setRole] = useState<Role>("VIEWER");
  return (
    <Select
      name="role"
      label={texts.fields.role}
      data={roleOptions(own, most)}
      value={role}
      onChange={(value) => setRole(asRole(value) ?? role)}
      description={texts.roleMeanings[role]}
      inputWrapperOrder={["label", "input", "description", "error"]}
      allowDeselect={false}
      checkIconPosition="right"
      error={error}
    />
  );
}

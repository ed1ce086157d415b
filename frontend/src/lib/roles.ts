import type { Role } from "../api/schema";
import { texts } from "../texts/texts";

/** From the least to the most; each includes those before it. */
export const roles: Role[] = ["VIEWER", "EDITOR", "ADMIN", "OWNER"];

export function includesRole(role: Role, other: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(other);
}

/** The choices of whoever has a role: nobody gives one above their own. */
export function roleOptions(own: Role, most: Role = "OWNER") {
  return roles
    .filter((role) => includesRole(own, role) && includesRole(most, role))
    .map((value) => ({ value, label: texts.roles[value] }));
}

export function asRole(value: string | null): Role | undefined {
  return roles.find((role) => role === value);
}

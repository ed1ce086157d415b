import { texts } from "../texts/texts";

/** As the backend has it. */
const passwordMin = 12;
const passwordMax = 128;

/**
 * What is plainly wrong with an e-mail address, so that a form tells it together with what is missing. All else is for
 * the backend to say.
 */
export function checkEmail(email: string): { email?: string } {
  return /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? {} : { email: texts.fields.emailWrong };
}

/** The same of a password that is chosen. */
export function checkNewPassword<Name extends "password" | "newPassword">(
  password: string,
  name: Name,
): { [name in Name]?: string } {
  const found: { [name in Name]?: string } = {};
  const { length } = [...password];
  if (length < passwordMin || length > passwordMax) {
    found[name] = texts.fields.newPasswordLength;
  }
  return found;
}

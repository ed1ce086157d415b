import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { texts } from "../texts/texts";

/** A password that is typed, with a button to see it. */
export function PasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      label={texts.fields.password}
      name="password"
      autoComplete="current-password"
      spellCheck={false}
      visibilityToggleButtonProps={{ "aria-label": texts.fields.showPassword }}
      visibilityToggleFocusable
      // What Mantine says of every input but this one.
      aria-invalid={props.error ? true : undefined}
      {...props}
    />
  );
}

/** A password that is chosen. */
export function NewPasswordField(props: PasswordInputProps) {
  return (
    <PasswordField
      autoComplete="new-password"
      description={texts.fields.newPasswordHint}
      inputWrapperOrder={["label", "input", "description", "error"]}
      {...props}
    />
  );
}

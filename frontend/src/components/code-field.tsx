import { Anchor, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { texts } from "../texts/texts";
import classes from "./code-field.module.css";

interface CodeFieldProps {
  error: string | undefined;
  /** Whether a recovery code does as well. */
  takesRecoveryCodes?: boolean;
  takesFocus?: boolean;
  size?: string;
}

/** A code of the second factor. */
export function CodeField({
  error,
  takesRecoveryCodes = false,
  takesFocus = false,
  size = "sm",
}: CodeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isRecovery, setIsRecovery] = useState(false);

  useEffect(() => {
    if (takesFocus) {
      input.current?.focus();
    }
  }, [takesFocus]);

  const switchKind = () => {
    setIsRecovery(!isRecovery);
    if (input.current !== null) {
      input.current.value = "";
      input.current.focus();
    }
  };

  return (
    <div>
      <TextInput
        ref={input}
        name="code"
        label={isRecovery ? texts.fields.recoveryCode : texts.fields.code}
        description={isRecovery ? texts.fields.recoveryCodeHint : texts.fields.codeHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        // A phone shows digits only, which recovery codes are not made of.
        inputMode={isRecovery ? "text" : "numeric"}
        autoComplete={isRecovery ? "off" : "one-time-code"}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        classNames={{ input: classes.input }}
        data-autofocus={takesFocus || undefined}
        size={size}
        error={error}
      />
      {takesRecoveryCodes && (
        <Anchor component="button" type="button" className={classes.switch} onClick={switchKind}>
          {isRecovery ? texts.fields.useApp : texts.fields.useRecoveryCode}
        </Anchor>
      )}
    </div>
  );
}

import { Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type TriedAnswer, type TriedCall, tryCall } from "../../api/contract";
import type { ApiProblem } from "../../api/problem";
import { CodeBlock } from "../../components/code-block";
import { ProblemAlert } from "../../components/problem-alert";
import { WorkButton } from "../../components/work-button";
import { prettyJson } from "../../lib/json";
import * as pageTexts from "../../texts/page-texts";
import { contentOf, exampleText, type Operation } from "./operations";
import classes from "./reference.module.css";

interface TryItProps {
  operation: Operation;
  token: string;
}

/** Sends what is typed, with nothing but the token that was typed. */
export function TryIt({ operation, token }: TryItProps) {
  const { method, parameters = [], requestBody } = operation;
  const [body, setBody] = useState(() => exampleText(contentOf(requestBody)?.example ?? {}));
  const send = useMutation<TriedAnswer, ApiProblem, TriedCall>({ mutationFn: tryCall });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate({
      method,
      token: token.trim(),
      path: pathOf(operation, new FormData(event.currentTarget)),
      body: requestBody === undefined ? undefined : body,
    });
  };
  return (
    <form onSubmit={submit}>
      <h3 className={classes.title}>{pageTexts.reference.tryIt}</h3>
      <Stack gap="sm">
        <p className={classes.hint}>{pageTexts.reference.tryHint}</p>
        {parameters.map(({ name, required = false }) => (
          <TextInput key={name} name={name} label={name} required={required} autoComplete="off" />
        ))}
        {requestBody !== undefined && (
          <Textarea
            label={pageTexts.reference.body}
            classNames={{ input: classes.code ?? "" }}
            rows={8}
            spellCheck={false}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        )}
        <div>
          <WorkButton type="submit" loading={send.isPending}>
            {pageTexts.reference.send}
          </WorkButton>
        </div>
        {send.isError && <ProblemAlert title={pageTexts.reference.failed} error={send.error} />}
        <div role="status">{send.isSuccess && pageTexts.reference.tried(send.data.status)}</div>
        {send.isSuccess && (
          <CodeBlock
            text={prettyJson(send.data.text) ?? (send.data.text || pageTexts.reference.empty)}
            label={pageTexts.reference.triedText}
            copyLabel={pageTexts.reference.copyExample}
          />
        )}
      </Stack>
    </form>
  );
}

function pathOf({ path, parameters = [] }: Operation, form: FormData): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, in: where } of parameters) {
    const value = String(form.get(name) ?? "").trim();
    if (where === "path") {
      filled = filled.replace(`{${name}}`, encodeURIComponent(value));
    } else if (value !== "") {
      query.set(name, value);
    }
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

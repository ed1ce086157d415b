import { Anchor, Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import type { Contract } from "../../api/contract";
import { SearchIcon } from "../../components/icons";
import { PageHeader } from "../../components/page-header";
import { PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { Section } from "../../components/section";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { ErrorList } from "./error-list";
import { OperationItem } from "./operation-item";
import { subjectsOf } from "./operations";
import { contractQuery } from "./queries";
import classes from "./reference.module.css";

/** Every operation of the contract, for whoever writes a program. */
export function Reference() {
  const { data: contract, error, refetch, isFetching } = useQuery(contractQuery);
  return (
    <>
      <PageHeader title={pageTexts.reference.title} intro={pageTexts.reference.intro}>
        <Anchor href="/openapi.yml" download="openapi.yml" size="sm">
          {pageTexts.reference.document}
        </Anchor>
      </PageHeader>
      {contract === undefined && error === null && (
        <Skeleton height={600} aria-label={texts.common.loading} />
      )}
      {contract === undefined && error !== null && (
        <ProblemAlert
          title={pageTexts.reference.loadFailed}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      )}
      {contract !== undefined && <Operations contract={contract} />}
    </>
  );
}

function Operations({ contract }: { contract: Contract }) {
  const [search, setSearch] = useState("");
  // In this page alone: it opens everything that whoever typed it may open.
  const [token, setToken] = useState("");
  const subjects = subjectsOf(contract, useDeferredValue(search));
  // The browser looked for what the address names before it was there.
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          type="search"
          label={pageTexts.reference.search}
          leftSection={<SearchIcon />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <PasswordField
          label={pageTexts.reference.token}
          description={pageTexts.reference.tokenHint}
          inputWrapperOrder={["label", "input", "description"]}
          name="token"
          autoComplete="off"
          visibilityToggleButtonProps={{ "aria-label": pageTexts.reference.showToken }}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
      </div>
      <nav aria-label={pageTexts.reference.tags} className={classes.tags}>
        {subjects.map(({ name }) => (
          <a key={name} href={`#${anchorOf(name)}`}>
            {name}
          </a>
        ))}
        <a href="#errors">{pageTexts.reference.errors}</a>
        <a href="#deprecation">{pageTexts.reference.deprecation}</a>
      </nav>
      {subjects.length === 0 && <p role="status">{pageTexts.reference.noMatch}</p>}
      {subjects.map(({ name, operations }) => (
        <div key={name} id={anchorOf(name)} className={classes.anchor}>
          <Section title={name}>
            {operations.map((operation) => (
              <OperationItem
                key={operation.operationId}
                contract={contract}
                operation={operation}
                token={token}
              />
            ))}
          </Section>
        </div>
      ))}
      <ErrorList contract={contract} />
      <div id="deprecation" className={classes.anchor}>
        <Section title={pageTexts.reference.deprecation}>
          {pageTexts.reference.deprecationText.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Section>
      </div>
    </>
  );
}

function anchorOf(subject: string): string {
  return subject.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}

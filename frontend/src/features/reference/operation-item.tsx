import type { Contract, ContractBody } from "../../api/contract";
import { Badge } from "../../components/badge";
import { CodeBlock } from "../../components/code-block";
import * as pageTexts from "../../texts/page-texts";
import {
  contentOf,
  exampleText,
  isStream,
  type Operation,
  rowsOf,
  successOf,
  typeOf,
} from "./operations";
import { PropertyTable } from "./property-table";
import { Prose } from "./prose";
import classes from "./reference.module.css";
import { TryIt } from "./try-it";
import { Unfolded } from "./unfolded";

interface OperationItemProps {
  contract: Contract;
  operation: Operation;
  token: string;
}

export function OperationItem({ contract, operation, token }: OperationItemProps) {
  const { operationId, method, path, summary, description, deprecated } = operation;
  return (
    <Unfolded
      id={operationId}
      summary={
        <>
          <code className={classes.method}>{method}</code>
          <code className={classes.path}>{path}</code>
          <span className={classes.says}>
            <Prose text={summary} />
          </span>
          {deprecated && <Badge tone="amber">{pageTexts.reference.deprecated}</Badge>}
        </>
      }
    >
      {description !== summary && (
        <p>
          <Prose text={description} />
        </p>
      )}
      <Details contract={contract} operation={operation} />
      {!isStream(operation) && <TryIt operation={operation} token={token} />}
    </Unfolded>
  );
}

function Details({ contract, operation }: Omit<OperationItemProps, "token">) {
  const { operationId, parameters = [], requestBody } = operation;
  const [status, success] = successOf(operation);
  return (
    <>
      {parameters.length > 0 && (
        <>
          <h3 className={classes.title}>{pageTexts.reference.parameters}</h3>
          <PropertyTable
            rows={parameters.map(({ name, schema, required = false, description = "" }) => ({
              path: name,
              type: typeOf(contract, schema),
              isRequired: required,
              description,
            }))}
          />
        </>
      )}
      {requestBody !== undefined && (
        <>
          <h3 className={classes.title}>{pageTexts.reference.request}</h3>
          <Body
            contract={contract}
            body={requestBody}
            label={pageTexts.reference.example(operationId)}
          />
        </>
      )}
      <h3 className={classes.title}>{pageTexts.reference.answer(status)}</h3>
      <Body
        contract={contract}
        body={success}
        label={pageTexts.reference.example(operationId, status)}
      />
    </>
  );
}

interface BodyProps {
  contract: Contract;
  body: ContractBody;
  label: string;
}

function Body({ contract, body, label }: BodyProps) {
  const content = contentOf(body);
  const rows = rowsOf(contract, content?.schema);
  if (content === undefined) {
    return <p>{pageTexts.reference.noBody}</p>;
  }
  return (
    <>
      {content.schema?.format === "binary" && content.example === undefined && (
        <p>{pageTexts.reference.file}</p>
      )}
      {content.example !== undefined && (
        <CodeBlock
          text={exampleText(content.example)}
          label={label}
          copyLabel={pageTexts.reference.copyExample}
        />
      )}
      {rows.length > 0 && (
        <Unfolded summary={pageTexts.reference.properties}>
          <PropertyTable rows={rows} />
        </Unfolded>
      )}
    </>
  );
}

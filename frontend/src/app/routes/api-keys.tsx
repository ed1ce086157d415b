import { Button, Group } from "@mantine/core";
import { Link } from "react-router";
import { PageHeader } from "../../components/page-header";
import { ApiKeyList } from "../../features/api-keys/api-key-list";
import { CreateApiKey } from "../../features/api-keys/create-api-key";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";

export function Component() {
  return (
    <Permitted to="MANAGE_API_KEYS">
      {({ membership }) => (
        <>
          <PageHeader title={pageTexts.apiKeys.title} intro={pageTexts.apiKeys.intro}>
            <Group gap="sm">
              <Button component={Link} to={paths.apiReference} variant="default">
                {pageTexts.apiKeys.reference}
              </Button>
              <CreateApiKey membership={membership} />
            </Group>
          </PageHeader>
          <ApiKeyList organizationId={membership.organizationId} />
        </>
      )}
    </Permitted>
  );
}

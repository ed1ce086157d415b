import { PageHeader } from "../../components/page-header";
import { ApiKeyList } from "../../features/api-keys/api-key-list";
import { CreateApiKey } from "../../features/api-keys/create-api-key";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";

export function Component() {
  return (
    <Permitted to="MANAGE_API_KEYS">
      {({ membership }) => (
        <>
          <PageHeader title={pageTexts.apiKeys.title} intro={pageTexts.apiKeys.intro}>
            <CreateApiKey membership={membership} />
          </PageHeader>
          <ApiKeyList organizationId={membership.organizationId} />
        </>
      )}
    </Permitted>
  );
}

import { PageHeader } from "../../components/page-header";
import { ConnectionSettings } from "../../features/connection/connection-settings";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";

export function Component() {
  return (
    <Permitted to="VIEW_CONNECTION">
      {({ membership, can }) => (
        <>
          <PageHeader title={pageTexts.connection.title} intro={pageTexts.connection.intro} />
          <ConnectionSettings
            organizationId={membership.organizationId}
            canEdit={can("EDIT_CONNECTION")}
            canTest={can("TEST_CONNECTION")}
          />
        </>
      )}
    </Permitted>
  );
}

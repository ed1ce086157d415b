import { PageHeader } from "../../components/page-header";
import { ConnectionSettings } from "../../features/connection/connection-settings";
import { texts } from "../../texts/texts";
import { Permitted } from "../permitted";

export function Component() {
  return (
    <Permitted to="VIEW_CONNECTION">
      {({ membership, can }) => (
        <>
          <PageHeader title={texts.connection.title} intro={texts.connection.intro} />
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

import { PageHeader } from "../../components/page-header";
import { Email } from "../../features/account/email";
import { MembershipList } from "../../features/account/membership-list";
import { Password } from "../../features/account/password";
import { Profile } from "../../features/account/profile";
import { SecondFactor } from "../../features/account/second-factor";
import { SessionList } from "../../features/account/session-list";
import * as pageTexts from "../../texts/page-texts";
import { useMe } from "../use-me";

export function Component() {
  const me = useMe();
  return (
    <>
      <PageHeader title={pageTexts.account.title} />
      <Profile me={me} />
      <Email me={me} />
      <Password />
      <SecondFactor me={me} />
      <SessionList />
      {!me.isSupport && <MembershipList me={me} />}
    </>
  );
}

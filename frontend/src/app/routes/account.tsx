import { PageHeader } from "../../components/page-header";
import { EmailForm } from "../../features/account/email-form";
import { MembershipList } from "../../features/account/membership-list";
import { PasswordForm } from "../../features/account/password-form";
import { ProfileForm } from "../../features/account/profile-form";
import { SecondFactor } from "../../features/account/second-factor";
import { SessionList } from "../../features/account/session-list";
import { texts } from "../../texts/texts";
import { useMe } from "../use-me";

export function Component() {
  const me = useMe();
  return (
    <>
      <PageHeader title={texts.account.title} />
      <ProfileForm me={me} />
      <EmailForm me={me} />
      <PasswordForm />
      <SecondFactor me={me} />
      <SessionList />
      <MembershipList me={me} />
    </>
  );
}

import { Center, Loader } from "@mantine/core";
import { texts } from "../texts/texts";

export function Splash() {
  return (
    <Center mih="100dvh">
      <Loader type="dots" aria-label={texts.common.loading} />
    </Center>
  );
}

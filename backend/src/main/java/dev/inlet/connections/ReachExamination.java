package dev.inlet.connections;

import dev.inlet.platform.database.SchemaState;
import dev.inlet.platform.doctor.Examination;
import dev.inlet.platform.doctor.Finding;
import dev.inlet.platform.http.BlockedAddressException;
import dev.inlet.platform.http.OutboundClient;
import dev.inlet.platform.http.OutboundGuard;
import dev.inlet.platform.tenancy.OpenOrganizations;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/**
 * Whether the organizations' iMIS can be reached from this machine. Any answer will do; nobody
 * signs in, because that is counted.
 */
@Singleton
class ReachExamination implements Examination {

  /** Enough to tell whether it is the way out or one of them. */
  private static final int ADDRESSES_MAX = 100;

  /** Each is a transaction. */
  private static final int ORGANIZATIONS_MAX = 1_000;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int NAMED_MAX = 5;

  private final SchemaState schema;
  private final BeanProvider<OpenOrganizations> organizations;
  private final BeanProvider<ConnectionRepository> connections;
  private final OutboundGuard guard;

  /**
   * @param organizations asked for only where there is a schema to ask
   * @param connections so, too
   */
  ReachExamination(
      SchemaState schema,
      BeanProvider<OpenOrganizations> organizations,
      BeanProvider<ConnectionRepository> connections,
      OutboundGuard guard) {
    this.schema = schema;
    this.organizations = organizations;
    this.connections = connections;
    this.guard = guard;
  }

  @Override
  public String subject() {
    return "Reach of iMIS";
  }

  private record Call(URI address, CompletableFuture<Integer> answer) {}

  @Override
  public List<Finding> examine() {
    if (!schema.isUsable()) {
      return List.of();
    }
    List<URI> addresses = addresses();
    if (addresses.isEmpty()) {
      return List.of();
    }
    try (OutboundClient client = new OutboundClient(guard, ADDRESSES_MAX)) {
      return findings(addresses, unreached(client, addresses));
    } catch (IOException e) {
      throw new IllegalStateException("The connections could not be closed", e);
    }
  }

  private static List<Finding> findings(List<URI> addresses, List<String> unreached) {
    int all = addresses.size();
    if (unreached.isEmpty()) {
      return List.of(Finding.fine("Each of %d addresses of iMIS answers.".formatted(all)));
    }
    String named = String.join(", ", unreached.subList(0, Math.min(NAMED_MAX, unreached.size())));
    return List.of(
        unreached.size() == all
            ? Finding.failure(
                "None of %d addresses of iMIS answers: check this machine's way out (DNS, firewall, INLET_OUTBOUND_ALLOWED_NETWORKS). %s."
                    .formatted(all, named))
            : Finding.warning(
                "%d of %d addresses of iMIS do not answer: tell their organizations. %s."
                    .formatted(unreached.size(), all, named)));
  }

  /** All at once: one that is slow holds nobody up. */
  private static List<String> unreached(OutboundClient client, List<URI> addresses) {
    List<Call> calls =
        addresses.stream()
            .map(uri -> new Call(uri, client.begin(new HttpGet(uri), answer -> answer.getCode())))
            .toList();
    long end = System.nanoTime() + TIMEOUT.toNanos();
    List<String> unreached = new ArrayList<>();
    for (Call call : calls) {
      failure(call, end).ifPresent(why -> unreached.add("%s %s".formatted(call.address(), why)));
    }
    return unreached;
  }

  private static Optional<String> failure(Call call, long end) {
    try {
      call.answer().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of("says nothing");
    } catch (ExecutionException e) {
      return Optional.of(reason(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("was not waited for");
    }
  }

  private static String reason(Throwable failure) {
    return switch (failure) {
      case BlockedAddressException e -> "is in a network that Inlet may not call";
      case UnknownHostException e -> "has a name that cannot be looked up";
      case SSLException e -> "has no certificate that Java trusts";
      default -> "takes no connection";
    };
  }

  private List<URI> addresses() {
    return organizations.get().list().stream()
        .limit(ORGANIZATIONS_MAX)
        .flatMap(organization -> connections.get().find(organization).stream())
        .map(Connection::baseUrl)
        .distinct()
        .limit(ADDRESSES_MAX)
        .toList();
  }
}

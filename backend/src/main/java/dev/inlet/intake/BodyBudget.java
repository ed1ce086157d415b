package dev.inlet.intake;

import dev.inlet.platform.sharing.Shares;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * How many bytes of bodies one node holds at the same time. Without it, strangers who send most of
 * a body and then wait would fill the memory.
 */
@Singleton
final class BodyBudget {

  /** What is made of a body (text, tree, record) takes several times its bytes. */
  static final int HEAP_FRACTION = 16;

  /** However small the heap, the largest body fits, whoever else is about to send one. */
  static final int LARGEST_BODIES = 4;

  private final Shares bytes;

  @Inject
  BodyBudget(IntakeConfiguration limits) {
    this(
        Math.max(
            Runtime.getRuntime().maxMemory() / HEAP_FRACTION,
            (long) LARGEST_BODIES * limits.maxBodyBytes()));
  }

  BodyBudget(long bytes) {
    this.bytes = new Shares(bytes);
  }

  /** What is held of it, and how much there is. */
  Shares bytes() {
    return bytes;
  }

  /** Opens an account for one delivery; to be closed when the delivery is done. */
  Account open(OrganizationId organization) {
    return new Account(organization);
  }

  /** What one delivery holds. */
  final class Account implements AutoCloseable {

    private final OrganizationId organization;
    private long held;
    private boolean isClosed;

    Account(OrganizationId organization) {
      this.organization = organization;
    }

    /** Whether so many bytes could be taken now; nothing is taken for what is only announced. */
    boolean hasRoomFor(long announced) {
      return bytes.hasRoomFor(organization, Math.max(0, announced));
    }

    /** Whether there was room for so many bytes more. */
    synchronized boolean take(int more) {
      if (isClosed || !bytes.take(organization, more)) {
        return false;
      }
      held += more;
      return true;
    }

    @Override
    public synchronized void close() {
      isClosed = true;
      bytes.giveBack(organization, held);
      held = 0;
    }
  }
}

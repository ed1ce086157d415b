package dev.inlet.benchmarks.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way over the network from one process to another, which can be cut. */
final class Link implements AutoCloseable {

  private final ServerSocket server;
  private final InetSocketAddress target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean isRefused;
  private boolean isSilent;

  private Link(InetSocketAddress target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  static Link to(int port) throws IOException {
    Link link = new Link(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread.ofVirtual().start(link::accept);
    return link;
  }

  int port() {
    return server.getLocalPort();
  }

  /** Connections break off and no new one is made. */
  void refuse() {
    set(true, false);
    open.forEach(Link::end);
  }

  /** Nobody hears anything of the other, and nothing breaks off: a lost route, a hung switch. */
  void silence() {
    set(false, true);
  }

  /** As if nothing had been. */
  void mend() {
    set(false, false);
  }

  private void set(boolean refused, boolean silent) {
    lock.lock();
    try {
      isRefused = refused;
      isSilent = silent;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket from = server.accept();
        open.add(from);
        Thread.ofVirtual().start(() -> join(from));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void join(Socket from) {
    if (isRefused()) {
      end(from);
      return;
    }
    try {
      Socket to = new Socket(target.getAddress(), target.getPort());
      open.add(to);
      Thread.ofVirtual().start(() -> pump(from, to));
      pump(to, from);
    } catch (IOException e) {
      end(from); // nobody is there: the caller is told as by an operating system
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[16 * 1024];
      int read = in.read(bytes);
      while (read >= 0 && mayPass()) {
        out.write(bytes, 0, read);
        read = in.read(bytes);
      }
    } catch (IOException e) {
      // One of both has ended; closing tells the other.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** Once nothing holds it up; false if it is refused by then. */
  private boolean mayPass() {
    lock.lock();
    try {
      while (isSilent) {
        changed.awaitUninterruptibly();
      }
      return !isRefused;
    } finally {
      lock.unlock();
    }
  }

  private boolean isRefused() {
    lock.lock();
    try {
      return isRefused;
    } finally {
      lock.unlock();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.setSoLinger(true, 0); // a reset, not a polite end
      socket.close();
    } catch (IOException e) {
      // It was closed before.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    refuse();
  }
}

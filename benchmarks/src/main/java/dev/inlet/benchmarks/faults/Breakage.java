package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

/** The faults, each struck once and mended again. */
final class Breakage {

  private static final Duration STEP = Duration.ofMinutes(10);

  private final Random random = new Random(7);
  private final Scene scene;
  private final Chronicle chronicle;

  Breakage(Scene scene, Chronicle chronicle) {
    this.scene = scene;
    this.chronicle = chronicle;
  }

  void killNode() throws IOException, InterruptedException, SQLException {
    NodeProcess node = anyNode();
    broken(node::kill);
    node.start();
    node.await();
  }

  void endNode() throws IOException, InterruptedException {
    replace(anyNode());
  }

  /**
   * Both nodes, one after the other; but for the first time they go back to the older build before.
   */
  void upgrade() throws IOException, InterruptedException {
    for (NodeProcess node : scene.nodes()) {
      if (node.become(scene.older())) {
        replace(node);
      }
    }
    for (NodeProcess node : scene.nodes()) {
      node.become(Build.OWN);
      replace(node);
    }
  }

  void replace(NodeProcess node) throws IOException, InterruptedException {
    node.end();
    node.start();
    node.await();
  }

  private NodeProcess anyNode() {
    return scene.nodes().get(random.nextInt(scene.nodes().size()));
  }

  void crashPostgres() throws IOException, InterruptedException, SQLException {
    broken(scene.postgres()::crash);
  }

  void restartPostgres() throws IOException, InterruptedException, SQLException {
    broken(scene.postgres()::restart);
  }

  void refuse(Link link) throws IOException, InterruptedException, SQLException {
    broken(
        () -> {
          link.refuse();
          Thread.sleep(1_500);
          link.mend();
        });
  }

  void hush(Link link) throws IOException, InterruptedException, SQLException {
    broken(
        () -> {
          link.silence();
          Thread.sleep(6_000);
          link.mend();
        });
  }

  /** PostgreSQL's data go to a file system of little room, and back again in the end. */
  void onSmallDisk(Work work) throws IOException, InterruptedException, SQLException {
    Path usual = scene.postgres().directory();
    long room = size(usual) + (192L << 20);
    try (SmallDisk disk = SmallDisk.mount(scene.home().resolve("small-disk"), room)) {
      broken(() -> scene.postgres().move(disk.data()));
      try {
        work.on(disk);
      } finally {
        disk.free();
        broken(
            () -> {
              Processes.run("rm", "-rf", usual.toString());
              scene.postgres().move(Files.createDirectories(usual));
            });
      }
    }
  }

  /** What is done while PostgreSQL has little room. */
  interface Work {
    void on(SmallDisk disk) throws IOException, InterruptedException, SQLException;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).mapToLong(File::length).sum();
    }
  }

  void fill(SmallDisk disk) throws IOException, InterruptedException, SQLException {
    broken(
        () -> {
          disk.fill();
          Thread.sleep(3_000);
          disk.free();
          scene.postgres().revive();
        });
  }

  /** Has it go on to the next file of its log, for which there is no room: it dies of that. */
  void fillForLog(SmallDisk disk) throws IOException, InterruptedException, SQLException {
    broken(
        () -> {
          disk.fill();
          boolean isAlive = true;
          for (int i = 0; i < 30 && isAlive; i++) {
            isAlive = scene.postgres().goesOnInLog();
          }
          Thread.sleep(1_500);
          disk.free();
          scene.postgres().revive();
        });
  }

  /**
   * One node's wall clock is wrong, in one direction, in the other, and right again. Nothing is
   * broken by that.
   */
  void step(SteppedClock clock) throws IOException, InterruptedException {
    Duration step = random.nextBoolean() ? STEP : STEP.negated();
    clock.set(step);
    Thread.sleep(5_000);
    clock.set(step.negated());
    Thread.sleep(5_000);
    clock.set(Duration.ZERO);
  }

  private void broken(Fault fault) throws IOException, InterruptedException, SQLException {
    fault.during(chronicle.broken()).strike();
  }
}

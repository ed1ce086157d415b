package dev.inlet.benchmarks;

import dev.inlet.benchmarks.deliverylog.DeliveryLog;
import dev.inlet.benchmarks.faults.Faults;
import dev.inlet.benchmarks.load.Growth;
import dev.inlet.benchmarks.load.InFlight;
import dev.inlet.benchmarks.load.Load;
import dev.inlet.benchmarks.load.ManyWebhooks;
import dev.inlet.benchmarks.load.Streams;
import dev.inlet.benchmarks.micro.Micro;
import dev.inlet.benchmarks.neighbours.Neighbours;
import dev.inlet.benchmarks.recovery.Recovery;
import dev.inlet.benchmarks.recovery.RecoveryReport;
import dev.inlet.benchmarks.start.Start;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the benchmark that is named, with what is set of it as {@code name=value}. */
public final class Benchmarks {

  private static final String USAGE =
      """
      benchmarks/run delivery-log [rows=10000000] [organizations=200] [days=30] [samples=100] [exports=3] [seconds=10] [rounds=3] [drops=0]
      benchmarks/run faults [upgrades=3] [before=FOLDER] [ends=10] [fulldisks=4] [kills=100] [restarts=20] [cuts=5] [clocksteps=4] [settle=60]
      benchmarks/run growth [rows=0,1000000,10000000] [webhooks=10,10000,100000] [organizations=1,50,10000] [bytes=96,10000,100000] [nodes=1,2] [seconds=20] [warmup=60]
      benchmarks/run in-flight [deliveries=10000] [organizations=50] [calls=40] [delay=5] [ramp=50] [rate=20] [seconds=30] [warmup=60]
      benchmarks/run load [organizations=50] [seconds=10] [rounds=3] [warmup=60] [nodes=1] [payload=sample|large] [upstream=URL user=NAME password=WORD]
      benchmarks/run many-webhooks [webhooks=100000] [organizations=10000] [hot=50] [rate=100] [cold=1000] [coldrate=20] [visited=25000] [warmup=60]
      benchmarks/run micro [forks=1] [warmups=4] [iterations=5] [seconds=1] [only=NAME]
      benchmarks/run neighbours [rate=20] [seconds=20] [rounds=6]
      benchmarks/run recovery [deliveries=1000]
      benchmarks/run streams [streams=32] [bytes=1048576] [organizations=32] [seconds=60]
      benchmarks/run start [rounds=5] [deliveries=2000] [idle=30] [options="-Xmx512m"]
      """;

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(System.getenv().getOrDefault("INLET_BENCHMARK_DIR", "target/data"));
    switch (args.length == 0 ? "" : args[0]) {
      case "delivery-log" -> DeliveryLog.run(directory, numbers(settings(args)));
      case "faults" -> {
        if (!Faults.run(directory, settings(args)).isSound()) {
          System.exit(1);
        }
      }
      case "growth" -> System.out.print(Growth.run(directory, settings(args)));
      case "in-flight" -> {
        InFlight.Result result = InFlight.run(directory, settings(args));
        System.out.print(result.report());
        System.exit(result.isSound() ? 0 : 1);
      }
      case "load" -> System.out.print(Load.run(directory, settings(args)));
      case "many-webhooks" -> {
        ManyWebhooks.Result result = ManyWebhooks.run(directory, settings(args));
        System.out.print(result.report());
        System.exit(result.isSound() ? 0 : 1);
      }
      case "micro" -> System.out.print(Micro.run(directory, settings(args)));
      case "neighbours" -> {
        Neighbours.Result result = Neighbours.run(directory, numbers(settings(args)));
        System.out.print(result.report());
        System.exit(result.isKept() ? 0 : 1);
      }
      case "recovery" -> {
        RecoveryReport report = Recovery.run(directory, settings(args));
        System.out.print(report.text());
        System.exit(report.isSound() ? 0 : 1);
      }
      case "streams" -> {
        Streams.Result result = Streams.run(directory, settings(args));
        System.out.print(result.report());
        System.exit(result.isSound() ? 0 : 1);
      }
      case "start" -> System.out.print(Start.run(directory, settings(args)));
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }

  private static Map<String, Integer> numbers(Map<String, String> settings) {
    return settings.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Integer.valueOf(entry.getValue())));
  }

  private static Map<String, String> settings(String[] args) {
    return Arrays.stream(args)
        .skip(1)
        .map(word -> word.split("=", 2))
        .peek(
            word -> {
              if (word.length != 2) {
                throw new IllegalArgumentException(
                    "%s is not name=value\n%s".formatted(Arrays.toString(word), USAGE));
              }
            })
        .collect(Collectors.toMap(word -> word[0], word -> word[1]));
  }
}

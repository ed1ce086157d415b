package dev.inlet.benchmarks.micro;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.webhooks.schema.Violation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The steps of a delivery's way, each alone. Public, because JMH calls it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DeliverySteps {

  @Param public Size size = Size.SMALL;

  private Delivery delivery = new Delivery(Sample.of(size));
  private final Watching watching = new Watching();

  @Setup
  public void setUp() {
    delivery = new Delivery(Sample.of(size));
  }

  @Benchmark
  public JsonNode parse() {
    return delivery.parsed();
  }

  @Benchmark
  public List<Violation> validate() {
    return delivery.violations();
  }

  @Benchmark
  public Map<String, String> map() {
    return delivery.mapped();
  }

  @Benchmark
  public ConvertedRecord convert() {
    return delivery.converted();
  }

  @Benchmark
  public byte[] serialise() {
    return delivery.serialised();
  }

  @Benchmark
  public long[] terms() {
    return delivery.terms();
  }

  @Benchmark
  public String headers() {
    return delivery.headers();
  }

  @Benchmark
  public int watch() {
    return watching.once();
  }
}

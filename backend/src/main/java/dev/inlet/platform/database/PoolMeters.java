package dev.inlet.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/**
 * How full each pool is, asked when somebody wants to know. The pool's own timers are left out:
 * they would cost each delivery something.
 */
@Singleton
final class PoolMeters implements BeanCreatedEventListener<HikariDataSource> {

  private final MeterRegistry meters;

  PoolMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public HikariDataSource onCreated(BeanCreatedEvent<HikariDataSource> event) {
    HikariDataSource pool = event.getBean();
    count(pool, "ACTIVE", HikariPoolMXBean::getActiveConnections);
    count(pool, "IDLE", HikariPoolMXBean::getIdleConnections);
    count(pool, "AWAITED", HikariPoolMXBean::getThreadsAwaitingConnection);
    Gauge.builder("inlet.database.connections.max", pool, HikariDataSource::getMaximumPoolSize)
        .description("How many connections a pool has at most")
        .tag("pool", pool.getPoolName())
        .register(meters);
    return pool;
  }

  private void count(
      HikariDataSource pool, String state, ToDoubleFunction<HikariPoolMXBean> count) {
    Gauge.builder(
            "inlet.database.connections",
            pool,
            asked -> count.applyAsDouble(asked.getHikariPoolMXBean()))
        .description("Connections of a pool in use and at rest, and how many threads wait for one")
        .tag("pool", pool.getPoolName())
        .tag("state", state)
        .register(meters);
  }
}

package dev.inlet.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * The memory that a delivery's JSON is read and written with, shared by all threads. By default
 * Jackson keeps it for each thread: each virtual one would make its own, use it once, and hold it
 * for as long as it waits for iMIS. Nothing clears it, here or there: what was read last may be in
 * it until it is used again.
 */
@Singleton
public final class SharedBuffers implements BeanCreatedEventListener<ObjectMapper> {

  /** As many as are in use at once on some processors; a large text makes one larger for good. */
  private static final int KEPT = 16;

  private static final RecyclerPool<BufferRecycler> POOL = JsonRecyclerPools.newBoundedPool(KEPT);

  /** Begins a factory that uses it. */
  public static JsonFactoryBuilder factory() {
    return (JsonFactoryBuilder) JsonFactory.builder().recyclerPool(POOL);
  }

  @Override
  public ObjectMapper onCreated(BeanCreatedEvent<ObjectMapper> event) {
    ObjectMapper mapper = event.getBean();
    mapper.getFactory().setRecyclerPool(POOL);
    return mapper;
  }
}

package dev.inlet.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.testing.TestInlet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedBuffersTest {

  static JsonFactory[] factories() {
    return new JsonFactory[] {
      JsonLimits.DEFAULT.factory(), TestInlet.shared().bean(ObjectMapper.class).getFactory()
    };
  }

  @ParameterizedTest
  @MethodSource("factories")
  void noThreadKeepsBuffersOfItsOwn(JsonFactory factory) {
    assertThat(factory._getRecyclerPool())
        .isSameAs(SharedBuffers.factory().build()._getRecyclerPool())
        .isInstanceOf(JsonRecyclerPools.BoundedPool.class);
  }
}

package dev.inlet.imis;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A request's body that knows whether it went out. Until it did, iMIS cannot have acted on the
 * request, so a failure is a definite one.
 */
final class TrackedEntity extends HttpEntityWrapper {

  private volatile boolean isBegun;

  TrackedEntity(byte[] content, ContentType contentType) {
    super(new ByteArrayEntity(content, contentType));
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    isBegun = true;
    super.writeTo(out);
  }

  boolean isBegun() {
    return isBegun;
  }
}

package dev.inlet.platform.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import dev.inlet.platform.json.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * A stack trace in which each exception's text is one line, whatever it quotes. Named in {@code
 * logback.xml}. Cleaned before the trace is written: afterwards nobody could tell a line that an
 * exception forged from one of the trace.
 */
public final class OneLineExceptions extends ThrowableProxyConverter {

  @Override
  protected String throwableProxyToString(IThrowableProxy throwable) {
    return super.throwableProxyToString(new Cleaned(throwable));
  }

  private record Cleaned(IThrowableProxy original) implements IThrowableProxy {

    @Override
    public @Nullable String getMessage() {
      return oneLine(original.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
      return oneLine(original.getOverridingMessage());
    }

    @Override
    public String getClassName() {
      return original.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
      return original.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
      return original.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
      IThrowableProxy cause = original.getCause();
      return cause == null ? null : new Cleaned(cause);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
      IThrowableProxy[] suppressed = original.getSuppressed();
      IThrowableProxy[] cleaned = new IThrowableProxy[suppressed.length];
      for (int i = 0; i < suppressed.length; i++) {
        cleaned[i] = new Cleaned(suppressed[i]);
      }
      return cleaned;
    }

    @Override
    public boolean isCyclic() {
      return original.isCyclic();
    }

    private static @Nullable String oneLine(@Nullable String text) {
      return text == null ? null : OneLine.of(text);
    }
  }
}

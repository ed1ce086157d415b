package dev.inlet.webhooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Writes JSON's values as YAML that people like to read and any reader reads alike: text that an
 * older YAML would take for something else is quoted.
 */
public final class YamlWriter {

  /** What is short and holds nothing but scalars stands on one line. */
  private static final int LINE_LENGTH_MAX = 80;

  /** What breaks lines or cannot be seen. */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "[^\\x20-\\x7e\\x{a0}-\\x{2027}\\x{202a}-\\x{fefe}\\x{ff00}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

  private static final Resolver RESOLVER = new Resolver();

  private YamlWriter() {}

  public static String write(JsonNode value) {
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    StringWriter text = new StringWriter();
    try {
      Serializer serializer = new Serializer(new Emitter(text, options), RESOLVER, options, null);
      serializer.open();
      serializer.serialize(node(value));
      serializer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Node node(JsonNode value) {
    if (value.isObject()) {
      List<NodeTuple> entries = new ArrayList<>();
      value
          .properties()
          .forEach(each -> entries.add(new NodeTuple(text(each.getKey()), node(each.getValue()))));
      return new MappingNode(Tag.MAP, entries, style(value));
    } else if (value.isArray()) {
      List<Node> entries = new ArrayList<>();
      value.forEach(each -> entries.add(node(each)));
      return new SequenceNode(Tag.SEQ, entries, style(value));
    }
    return value.isTextual() ? text(value.textValue()) : plain(value.toString());
  }

  private static FlowStyle style(JsonNode container) {
    boolean isFlat = true;
    for (JsonNode each : container) {
      isFlat &= each.isValueNode();
    }
    return isFlat && container.toString().length() <= LINE_LENGTH_MAX
        ? FlowStyle.FLOW
        : FlowStyle.BLOCK;
  }

  private static ScalarNode plain(String text) {
    Tag resolved = RESOLVER.resolve(NodeId.scalar, text, true);
    return new ScalarNode(resolved, text, null, null, ScalarStyle.PLAIN);
  }

  private static ScalarNode text(String text) {
    ScalarStyle style =
        ESCAPED.matcher(text).find()
            ? ScalarStyle.DOUBLE_QUOTED
            : YamlScalars.isPlainText(text) ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
    return new ScalarNode(Tag.STR, text, null, null, style);
  }
}

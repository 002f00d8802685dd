package vn.lantoa.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Turns the parser's tree into ours.
record YamlTree(String file, int firstLine, Set<Node> seen) {

  YamlTree(String file, int firstLine) {
    this(file, firstLine, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  YamlNode node(Node node, int keyLine) {
    int line = keyLine > 0 ? keyLine : lineOf(node);
    if (!seen.add(node)) {
      // An alias shares its node; a few of them, nested, grow beyond any memory.
      throw new FaultyFile(Finding.error(file, line, "config.alias"));
    }
    return new YamlNode(
        file,
        line,
        switch (node) {
          case MappingNode mapping -> fields(mapping);
          case SequenceNode sequence -> items(sequence);
          case ScalarNode scalar -> scalar.getValue();
          default -> throw new FaultyFile(Finding.error(file, line, "config.alias"));
        });
  }

  private Map<String, YamlNode> fields(MappingNode mapping) {
    var fields = new LinkedHashMap<String, YamlNode>();
    for (var tuple : mapping.getValue()) {
      int line = lineOf(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new FaultyFile(Finding.error(file, line, "config.key-is-no-text"));
      }
      if (fields.put(key.getValue(), node(tuple.getValueNode(), line)) != null) {
        throw new FaultyFile(Finding.error(file, line, "config.duplicate-key", key.getValue()));
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  private List<YamlNode> items(SequenceNode sequence) {
    var items = new ArrayList<YamlNode>();
    sequence.getValue().forEach(item -> items.add(node(item, -1)));
    return Collections.unmodifiableList(items);
  }

  private int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + firstLine).orElse(firstLine);
  }
}

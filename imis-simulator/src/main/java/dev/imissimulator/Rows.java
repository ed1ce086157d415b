package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.EntityDefinition.ObjectType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The generic entities of one kind: activities, or the rows of a panel. */
final class Rows implements Resource {
  private static final String ITEM_TYPE = Json.CONTRACTS + "GenericEntityData" + Json.ASSEMBLY;

  private final Table table;
  private final EntityDefinition definition;

  Rows(Table table) {
    this.table = table;
    this.definition = table.definition();
  }

  @Override
  public Answer list(Map<String, List<String>> parameters, Switches switches) {
    Query query = Query.parse(parameters, definition::canonicalName, switches);
    return Answer.json(
        200, Json.page(ITEM_TYPE, table.list(query).map(row -> json(row, switches))));
  }

  @Override
  public Answer get(List<String> identity, Switches switches) {
    return Answer.json(200, json(find(identity, switches), switches));
  }

  @Override
  public Answer insert(byte[] body, Switches switches) {
    requireWritable(switches);
    @Nullable Object[] values = new EntityReader(definition, switches).readNew(body);
    return table
        .insert(values, switches.rowsKept())
        .map(row -> Answer.json(201, json(answered(row, switches), switches)))
        .orElseGet(() -> Answer.error(409, switches.errorBody()));
  }

  @Override
  public Answer validate(byte[] body, Switches switches) {
    requireWritable(switches);
    new EntityReader(definition, switches).readNew(body);
    return Answer.json(200, new Violations().json());
  }

  @Override
  public Answer update(List<String> identity, byte[] body, Switches switches) {
    requireWritable(switches);
    Row present = find(identity, switches);
    @Nullable Object[] values = new EntityReader(definition, switches).readChanged(body, present);
    return Answer.json(switches.putStatus(), json(table.replace(present, values), switches));
  }

  @Override
  public Answer delete(List<String> identity, Switches switches) {
    requireWritable(switches);
    table.delete(find(identity, switches));
    return Answer.empty(switches.deleteStatus(), "OK");
  }

  private void requireWritable(Switches switches) {
    if (definition.isReadOnly()) {
      throw new Refusal(Resource.notImplemented(switches));
    }
  }

  private Row find(List<String> identity, Switches switches) {
    if (identity.size() != definition.identityPositions().size()) {
      throw new Refusal(
          Answer.error(
              400, "ArgumentFault: Incorrect number of identity element", switches.errorBody()));
    }
    return table
        .find(identity)
        .orElseThrow(() -> new Refusal(Answer.error(404, switches.errorBody())));
  }

  /**
   * iMIS's bug: the answer to an insert into a multi-instance panel does not know the row's number.
   */
  private Row answered(Row row, Switches switches) {
    boolean isWrong = definition.objectType() == ObjectType.MULTI && switches.ordinalZero();
    return isWrong ? row.with(definition.numberPosition(), 0) : row;
  }

  private static ObjectNode json(Row row, Switches switches) {
    return row.json(switches.unsetPropertiesListed());
  }
}

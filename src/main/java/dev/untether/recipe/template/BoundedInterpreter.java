package dev.untether.recipe.template;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stringtemplate.v4.AutoIndentWriter;
import org.stringtemplate.v4.InstanceScope;
import org.stringtemplate.v4.Interpreter;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STWriter;

/** A StringTemplate interpreter that stops at limits; StringTemplate itself has none. */
final class BoundedInterpreter extends Interpreter {
  private final TemplateLimits limits;
  private final long deadline;
  private int depth;
  private int calls;
  private int characters;

  BoundedInterpreter(SandboxedGroup group, TemplateLimits limits) {
    super(group, Locale.ROOT, group.errMgr, false);
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.millis() * 1_000_000;
  }

  /** Returns the text of {@code template}, or throws {@link LimitReached}. */
  String run(ST template) {
    var text = new StringWriter();
    exec(bounded(text), new InstanceScope(null, template));
    return text.toString();
  }

  @Override
  public int exec(STWriter out, InstanceScope scope) {
    calls++;
    depth++;
    InstanceScope caller = scope.parent == null ? scope : scope.parent;
    check(depth <= limits.depth(), caller, "templates call each other too deeply");
    check(calls <= limits.calls(), caller, "too many templates are called");
    check(System.nanoTime() < deadline, caller, "rendering takes too long");
    try {
      return super.exec(out, scope);
    } catch (TooMuchText e) {
      throw new LimitReached(scope, "too much text is written");
    } finally {
      depth--;
    }
  }

  @Override
  protected void addToList(InstanceScope scope, List<Object> list, Object element) {
    super.addToList(scope, list, element);
    check(list.size() <= limits.listLength(), scope, "a list gets too long");
  }

  // The inherited method makes its writer by reflection, out of reach of the limits.
  @Override
  protected @Nullable String toString(STWriter out, InstanceScope scope, @Nullable Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    var text = new StringWriter();
    writeObjectNoOptions(bounded(text), scope, value);
    return text.toString();
  }

  private STWriter bounded(StringWriter text) {
    return new AutoIndentWriter(new Counter(text), "\n");
  }

  private static void check(boolean holds, InstanceScope scope, String reason) {
    if (!holds) {
      throw new LimitReached(scope, reason);
    }
  }

  /** Counts what is written, over all writers of one rendering. */
  private final class Counter extends Writer {
    private final StringWriter text;

    Counter(StringWriter text) {
      this.text = text;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
      characters += length;
      if (characters > limits.characters()) {
        throw new TooMuchText();
      }
      text.write(buffer, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
      text.close();
    }
  }

  // Errors, because the inherited exec turns every exception into a message and goes on.

  private static final class TooMuchText extends Error {
    private static final long serialVersionUID = 1;
  }

  /** The end of a rendering that costs too much. */
  static final class LimitReached extends Error {
    private static final long serialVersionUID = 1;
    private final transient InstanceScope scope;
    private final String reason;

    LimitReached(InstanceScope scope, String reason) {
      super(reason);
      this.scope = scope;
      this.reason = reason;
    }

    InstanceScope scope() {
      return scope;
    }

    String reason() {
      return reason;
    }
  }
}

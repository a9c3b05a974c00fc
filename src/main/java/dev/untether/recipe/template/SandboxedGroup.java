package dev.untether.recipe.template;

import dev.untether.text.Position;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.CommonTokenStream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.stringtemplate.v4.InstanceScope;
import org.stringtemplate.v4.STErrorListener;
import org.stringtemplate.v4.STGroup;
import org.stringtemplate.v4.compiler.CompiledST;
import org.stringtemplate.v4.compiler.FormalArgument;
import org.stringtemplate.v4.compiler.GroupLexer;
import org.stringtemplate.v4.compiler.GroupParser;
import org.stringtemplate.v4.misc.ErrorType;
import org.stringtemplate.v4.misc.STCompiletimeMessage;
import org.stringtemplate.v4.misc.STGroupCompiletimeMessage;
import org.stringtemplate.v4.misc.STLexerMessage;
import org.stringtemplate.v4.misc.STMessage;
import org.stringtemplate.v4.misc.STNoSuchPropertyException;
import org.stringtemplate.v4.misc.STRuntimeMessage;

/**
 * The templates of one recipe. They see no file, no URL and no Java object: groups cannot be
 * imported, and only maps have properties.
 */
final class SandboxedGroup extends STGroup {
  private final Map<String, GroupText> files = new LinkedHashMap<>();
  // From the very string that was compiled to the token that holds it: two equal templates in two
  // places are two strings.
  private final IdentityHashMap<String, CommonToken> definitions = new IdentityHashMap<>();

  SandboxedGroup() {
    registerModelAdaptor(
        Object.class,
        (interpreter, self, object, property, name) -> {
          throw new STNoSuchPropertyException(null, object, name);
        });
  }

  /** Adds the templates of a file. */
  void add(GroupText file, Problems problems) {
    files.put(file.path(), file);
    setListener(new Listener(problems));
    delimiterStartChar = '<';
    delimiterStopChar = '>';
    var stream = new ANTLRStringStream(file.text());
    stream.name = file.path();
    try {
      new GroupParser(new CommonTokenStream(new GroupLexer(stream))).group(this, "/");
    } catch (RecognitionException e) {
      problems.add(
          Problems.TEMPLATE_RULE,
          file.path(),
          file.positionOf(e.line, e.charPositionInLine),
          "expected a template definition");
    } catch (StackOverflowError e) {
      // The parser descends once per bracket; files are small, so only an attack gets here.
      problems.add(Problems.TEMPLATE_RULE, file.path(), new Position(1, 1), "nested too deeply");
    }
  }

  @Override
  public CompiledST compile(
      @Nullable String file,
      @Nullable String name,
      @Nullable List<FormalArgument> arguments,
      String template,
      @Nullable Token token) {
    if (token instanceof CommonToken definition) {
      definitions.put(template, definition);
    }
    return super.compile(file, name, arguments, template, token);
  }

  @Override
  public void importTemplates(Token fileName) {
    errMgr.groupSyntaxError(
        ErrorType.SYNTAX_ERROR,
        getFileName(),
        new RefusedImport((CommonToken) fileName),
        "an import; expected all templates in the recipe's own folder");
  }

  @Override
  public String getName() {
    return "recipe";
  }

  @Override
  public String getFileName() {
    return "recipe";
  }

  /** Returns the place of a template's name. */
  Place placeOf(CompiledST template) {
    return template.templateDefStartToken instanceof CommonToken token
        ? placeOf(token)
        : new Place(anyPath(), new Position(1, 1));
  }

  /** Returns the place that is being rendered. */
  Place placeOf(InstanceScope scope, int instruction) {
    for (InstanceScope at = scope; at != null; at = at.parent) {
      int ip = at == scope ? instruction : at.ip;
      CompiledST code = at.st.impl;
      CommonToken definition = code.template == null ? null : definitions.get(code.template);
      GroupText file = definition == null ? null : fileOf(definition);
      if (definition != null && file != null) {
        var range = ip >= 0 && ip < code.sourceMap.length ? code.sourceMap[ip] : null;
        int offset = range == null ? 0 : range.a;
        return new Place(file.path(), file.positionIn(definition, code.template, offset));
      }
    }
    return placeOf(scope.st.impl);
  }

  /** Somewhere in a file of the recipe. */
  record Place(String path, Position position) {}

  private Place placeOf(CommonToken token) {
    GroupText file = fileOf(token);
    return file == null
        ? new Place(anyPath(), new Position(1, 1))
        : new Place(
            file.path(),
            token.getType() == Token.EOF
                ? file.positionOf(file.text().length())
                : file.positionOf(token.getStartIndex()));
  }

  private @Nullable GroupText fileOf(CommonToken token) {
    return token.getInputStream() == null
        ? null
        : files.get(token.getInputStream().getSourceName());
  }

  private String anyPath() {
    Collection<String> paths = files.keySet();
    return paths.isEmpty() ? "*.stg" : List.copyOf(paths).get(paths.size() - 1);
  }

  /** Carries the place of an import through StringTemplate's error manager. */
  private static final class RefusedImport extends RecognitionException {
    private static final long serialVersionUID = 1;

    RefusedImport(CommonToken at) {
      token = at;
    }
  }

  /** Turns StringTemplate's messages into findings. */
  final class Listener implements STErrorListener {
    private final Problems problems;

    Listener(Problems problems) {
      this.problems = problems;
    }

    @Override
    public void compileTimeError(STMessage message) {
      add(compileTimePlace(message), message);
    }

    @Override
    public void runTimeError(STMessage message) {
      Place place =
          message instanceof STRuntimeMessage atRun && atRun.scope != null
              ? placeOf(atRun.scope, atRun.ip)
              : new Place(anyPath(), new Position(1, 1));
      add(place, message);
    }

    @Override
    public void IOError(STMessage message) {
      runTimeError(message);
    }

    @Override
    public void internalError(STMessage message) {
      runTimeError(message);
    }

    private void add(Place place, STMessage message) {
      problems.add(Problems.TEMPLATE_RULE, place.path(), place.position(), words(message));
    }

    private Place compileTimePlace(STMessage message) {
      if (message instanceof STCompiletimeMessage in) {
        return inTemplate(in.templateToken, in.token);
      }
      if (message instanceof STLexerMessage in
          && in.templateToken instanceof CommonToken definition
          && in.cause instanceof RecognitionException cause) {
        return inTemplate(definition, cause.input.toString(), cause.index);
      }
      if (message instanceof STGroupCompiletimeMessage in) {
        if (in.token instanceof CommonToken token) {
          return placeOf(token);
        }
        if (in.cause instanceof RecognitionException cause) {
          return inGroup(cause);
        }
      }
      return new Place(anyPath(), new Position(1, 1));
    }

    private Place inTemplate(@Nullable Token template, @Nullable Token token) {
      if (template instanceof CommonToken definition
          && token instanceof CommonToken at
          && at.getInputStream() != null
          && fileOf(at) == null) {
        String text = at.getInputStream().toString();
        int offset = at.getType() == Token.EOF ? text.length() : at.getStartIndex();
        return inTemplate(definition, text, offset);
      }
      if (token instanceof CommonToken at && fileOf(at) != null) {
        return placeOf(at);
      }
      return template instanceof CommonToken at
          ? placeOf(at)
          : new Place(anyPath(), new Position(1, 1));
    }

    private Place inTemplate(CommonToken definition, String text, int offset) {
      GroupText file = fileOf(definition);
      return file == null
          ? placeOf(definition)
          : new Place(file.path(), file.positionIn(definition, text, offset));
    }

    private Place inGroup(RecognitionException cause) {
      if (cause.token instanceof CommonToken token && fileOf(token) != null) {
        return placeOf(token);
      }
      GroupText file = files.get(anyPath());
      return file == null
          ? new Place(anyPath(), new Position(1, 1))
          : new Place(file.path(), file.positionOf(cause.line, cause.charPositionInLine));
    }

    private static String words(STMessage message) {
      if (message.error == ErrorType.INTERNAL_ERROR) {
        // Its argument is a stack trace of StringTemplate, which tells an author nothing.
        return "StringTemplate cannot run this expression";
      }
      if (message instanceof STLexerMessage lexer) {
        return lexer.msg;
      }
      return String.format(message.error.message, message.arg, message.arg2, message.arg3);
    }
  }
}

package ringside.ui.kit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What sources of the window ask bundles for, and what they say to people without asking. */
final class Wording {
    private static final Pattern SEVERAL = Pattern.compile("(?s)(?=.* )(?=.*[A-Za-z][a-z]).*");
    private static final Pattern ONE = Pattern.compile("[A-Z]?_?[A-Za-z]?[a-z_]{2,} ?[….:?]?");
    private static final Pattern CAPITAL = Pattern.compile("_?[A-Z].*");

    /** Calls whose texts are for the program, such as names, patterns and what the log says. */
    private static final Set<String> WITHIN = Set.of(
            "setId",
            "setStyle",
            "lookup",
            "contains",
            "matches",
            "split",
            "replace",
            "replaceAll",
            "compile",
            "ofPattern",
            "getPseudoClass",
            "LOG.log");

    /** Exceptions that tell a programmer, not a person. */
    private static final Set<String> MISUSE =
            Set.of("IllegalArgumentException", "IllegalStateException", "UnsupportedOperationException");

    /**
     * A text that is asked for.
     *
     * @param folder the package, as the last part of its name
     * @param key only its beginning where the rest is an id
     * @param values how many fill it
     */
    record Asked(String folder, String key, boolean whole, int values) {}

    private final List<Asked> asked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    static Wording of(Iterable<? extends JavaFileObject> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        var wording = new Wording();
        for (CompilationUnitTree unit : task.parse()) unit.accept(wording.new Reader(unit), null);
        return wording;
    }

    List<Asked> asked() {
        return asked;
    }

    /** Words for people that stand in the code: {@code HostPane.java:72: Close this pane}. */
    List<String> said() {
        return said;
    }

    static boolean isForPeople(String text) {
        if (text.startsWith("ringside ")) return false; // a command
        return SEVERAL.matcher(text).matches()
                || (ONE.matcher(text).matches() && CAPITAL.matcher(text).matches());
    }

    private final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final String file;
        private final String folder;
        private boolean misuse; // within what tells a programmer

        Reader(CompilationUnitTree unit) {
            this.unit = unit;
            String path = unit.getSourceFile().getName();
            file = path.substring(path.lastIndexOf('/') + 1);
            String name = String.valueOf(unit.getPackageName());
            folder = name.substring(name.lastIndexOf('.') + 1);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
            return null;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
            if (!MISUSE.contains(tree.getIdentifier().toString())) return super.visitNewClass(tree, nothing);
            boolean before = misuse;
            misuse = true;
            super.visitNewClass(tree, nothing);
            misuse = before;
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
            String called = tree.getMethodSelect().toString();
            List<? extends ExpressionTree> values = tree.getArguments();
            if (called.equals("Texts.of")) {
                ask(values.getFirst(), values.size() - 1);
                return scan(values.subList(1, values.size()), nothing);
            }
            if (called.contains("getStyleClass()")
                    || WITHIN.contains(called)
                    || WITHIN.contains(called.substring(called.lastIndexOf('.') + 1)))
                return scan(tree.getMethodSelect(), nothing);
            return super.visitMethodInvocation(tree, nothing);
        }

        private void ask(ExpressionTree key, int values) {
            if (key instanceof LiteralTree literal)
                asked.add(new Asked(folder, literal.getValue().toString(), true, values));
            else if (key instanceof BinaryTree sum && sum.getLeftOperand() instanceof LiteralTree literal)
                asked.add(new Asked(folder, literal.getValue().toString(), false, values));
            else throw new AssertionError(file + ": a key that cannot be looked up here: " + key);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            if (!misuse && tree.getValue() instanceof String text && isForPeople(text))
                said.add(file + ": " + text.strip().replace("\n", " "));
            return null;
        }
    }
}

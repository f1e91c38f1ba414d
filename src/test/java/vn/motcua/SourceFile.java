package vn.motcua;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One source file, as it is written. */
final class SourceFile {

    private final CompilationUnitTree unit;
    private final Map<String, List<MethodTree>> methods = new HashMap<>();
    private final Map<String, ExpressionTree> constants = new HashMap<>();

    private SourceFile(CompilationUnitTree unit) {
        this.unit = unit;
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
                methods.computeIfAbsent(method.getName().toString(), _ -> new ArrayList<>())
                        .add(method);
                return super.visitMethod(method, null);
            }

            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
                if (variable.getInitializer() != null) {
                    constants.put(variable.getName().toString(), variable.getInitializer());
                }
                return super.visitVariable(variable, null);
            }
        }.scan(unit, null);
    }

    /** The text that an expression stands for; empty for what is more than constants. */
    String text(Tree expression) {
        return switch (expression) {
            case LiteralTree it when it.getValue() instanceof String text -> text;
            case IdentifierTree it
            when constants.containsKey(it.getName().toString()) ->
                text(constants.get(it.getName().toString()));
            case BinaryTree it -> text(it.getLeftOperand()) + text(it.getRightOperand());
            default -> "";
        };
    }

    /** All texts in it. */
    List<String> texts(Tree tree) {
        var found = new ArrayList<String>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void none) {
                if (literal.getValue() instanceof String text) {
                    found.add(text);
                }
                return null;
            }
        }.scan(tree, null);
        return found;
    }

    /** The paths of the first of the annotations that has such a name. */
    List<String> paths(Collection<? extends AnnotationTree> annotations, Set<String> names) {
        for (var it : annotations) {
            if (names.contains(it.getAnnotationType().toString())) {
                return it.getArguments().stream()
                        .map(one -> one instanceof AssignmentTree set ? set.getExpression() : one)
                        .flatMap(one ->
                                one instanceof NewArrayTree many ? many.getInitializers().stream() : Stream.of(one))
                        .map(this::text)
                        .filter(path -> path.startsWith("/"))
                        .toList();
            }
        }
        return List.of();
    }

    /** All texts in it and in what it calls in this file. */
    Set<String> textsBelow(Tree tree) {
        var found = new TreeSet<String>();
        walk(tree, new HashSet<>(), found, new TreeSet<>());
        return found;
    }

    /** The names of all that it calls, and of what is called there in this file. */
    Set<String> callsBelow(Tree tree) {
        var found = new TreeSet<String>();
        walk(tree, new HashSet<>(), new TreeSet<>(), found);
        return found;
    }

    private void walk(Tree tree, Set<Tree> seen, Set<String> texts, Set<String> calls) {
        if (!seen.add(tree)) {
            return;
        }
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void none) {
                if (literal.getValue() instanceof String text) {
                    texts.add(text);
                }
                return null;
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
                calls.add(name(call));
                if (call.getMethodSelect() instanceof IdentifierTree) {
                    follow(name(call));
                }
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void none) {
                follow(reference.getName().toString());
                return super.visitMemberReference(reference, null);
            }

            private void follow(String name) {
                methods.getOrDefault(name, List.of()).forEach(it -> walk(it, seen, texts, calls));
            }
        }.scan(tree, null);
    }

    /** The files of a folder and below that are wanted. */
    static List<SourceFile> all(Path folder, Predicate<Path> wanted) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.walk(folder)) {
            var chosen = found.filter(it -> it.toString().endsWith(".java"))
                    .filter(wanted)
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(chosen));
            var all = new ArrayList<SourceFile>();
            task.parse().forEach(it -> all.add(new SourceFile(it)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written in it. */
    CompilationUnitTree unit() {
        return unit;
    }

    /** What is called, without of what. */
    static String name(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree it
                ? it.getIdentifier().toString()
                : call.getMethodSelect().toString();
    }
}

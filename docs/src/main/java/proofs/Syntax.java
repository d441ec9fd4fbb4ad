package proofs;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The members and the statements of a source, as javac's parser sees them, and the lines they take,
 * counted from 0. What is wrong with the source is left to the block that compiles it.
 */
final class Syntax extends TreeScanner<Void, Void> {
    /**
     * A member or a statement.
     *
     * @param name what a caption calls it
     * @param owner the class that it is a member of, or null
     * @param first its first line, with the comments right above it
     * @param open the line of its opening brace, or -1
     * @param close the line of the brace that closes it, or -1
     */
    record Part(String name, Tree tree, Tree owner, int first, int last, int open, int close) {
        private boolean isStatic() {
            return ((VariableTree) tree).getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private boolean goesWith(Part other) {
            boolean areFields = tree instanceof VariableTree && other.tree instanceof VariableTree;
            return areFields && isStatic() == other.isStatic();
        }
    }

    /**
     * What is between two neighbours in a class: from a line up to, but not including, another.
     *
     * @param isBlank whether there ought to be a blank line
     */
    record Gap(int first, int end, boolean isBlank) {
        boolean isAt(int line) {
            return first <= line && line <= end;
        }
    }

    private final List<String> lines;
    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Part> parts = new ArrayList<>();
    private Tree owner;

    Syntax(List<String> lines) {
        this.lines = lines;
        this.text = String.join("\n", lines) + "\n";
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///X.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(source));
        try {
            unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        positions = Trees.instance(task).getSourcePositions();
        scan(unit, null);
        parts.sort(Comparator.comparing(Part::first));
    }

    /** All parts of that name; {@code the class} is the file's own, whatever its name. */
    List<Part> named(String name) {
        return parts.stream()
                .filter(part -> part.name.equals(name) || name.equals("the class") && isTop(part))
                .toList();
    }

    private boolean isTop(Part part) {
        return unit.getTypeDecls().contains(part.tree);
    }

    /** The gaps of all classes: before, between and after their members. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (Part type : parts) {
            Part before = null;
            for (Part member : parts) {
                if (member.owner == type.tree) {
                    boolean isBlank = before != null && !member.goesWith(before);
                    gaps.add(new Gap((before == null ? type.open : before.last) + 1, member.first, isBlank));
                    before = member;
                }
            }
            if (before != null) {
                gaps.add(new Gap(before.last + 1, type.close, false));
            }
        }
        gaps.removeIf(gap -> gap.first > gap.end);
        return gaps;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        if (tree instanceof ForLoopTree loop) {
            addStatement("for", "loop", tree, loop.getStatement());
        } else if (tree instanceof EnhancedForLoopTree loop) {
            addStatement("for", "loop", tree, loop.getStatement());
        } else if (tree instanceof WhileLoopTree loop) {
            addStatement("while", "loop", tree, loop.getStatement());
        } else if (tree instanceof DoWhileLoopTree loop) {
            addStatement("do", "loop", tree, loop.getStatement());
        } else if (tree instanceof IfTree choice) {
            addStatement("if", "statement", tree, choice.getThenStatement());
        } else if (tree instanceof SwitchTree) {
            addStatement("switch", "statement", tree, null);
        } else if (tree instanceof TryTree attempt) {
            addStatement("try", "statement", tree, attempt.getBlock());
        } else if (tree instanceof SynchronizedTree block) {
            addStatement("synchronized", "block", tree, block.getBlock());
        }
        return super.scan(tree, nothing);
    }

    private void addStatement(String keyword, String word, Tree tree, Tree body) {
        // Not the "if" of an "else if".
        if (lines.get(line(start(tree))).strip().startsWith(keyword)) {
            add("the `" + keyword + "` " + word, tree, body);
        }
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        if (tree.getSimpleName().length() > 0) {
            String kind = tree.getKind().name().toLowerCase(Locale.ROOT);
            add("the " + kind + " `" + tree.getSimpleName() + "`", tree, tree);
        }
        Tree outer = owner;
        owner = tree;
        super.visitClass(tree, nothing);
        owner = outer;
        return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        String name = tree.getName().toString();
        add(name.equals("<init>") ? "the constructor" : "the method `" + name + "`", tree, tree.getBody());
        Tree outer = owner;
        owner = null;
        super.visitMethod(tree, nothing);
        owner = outer;
        return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        // A record's components are in its header.
        if (owner instanceof ClassTree type
                && (type.getKind() != Tree.Kind.RECORD
                        || tree.getModifiers().getFlags().contains(Modifier.STATIC))) {
            add("the field `" + tree.getName() + "`", tree, null);
        }
        Tree outer = owner;
        owner = null;
        super.visitVariable(tree, nothing);
        owner = outer;
        return null;
    }

    private void add(String name, Tree tree, Tree body) {
        int first = line(start(tree));
        while (first > 0 && lines.get(first - 1).strip().matches("//.*|/\\*.*\\*/|\\*/")) {
            first--;
            while (lines.get(first).strip().startsWith("*")) {
                first--;
            }
        }
        int open = -1;
        int close = -1;
        if (body instanceof BlockTree) {
            open = line(start(body));
            close = line(end(body) - 1);
        } else if (body instanceof ClassTree type) {
            open = line(text.indexOf('{', Math.max(start(type), end(type.getModifiers()))));
            close = line(end(type) - 1);
        }
        boolean isMember = !name.matches("the `.*");
        parts.add(new Part(name, tree, isMember ? owner : null, first, line(end(tree) - 1), open, close));
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private int line(int position) {
        return (int) unit.getLineMap().getLineNumber(Math.max(0, position)) - 1;
    }
}

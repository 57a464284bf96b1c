package ringside.core.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program that a benchmark calls. */
public sealed interface Need {
    /** The name that its commands call it by. */
    String program();

    /** Whether the benchmark can be measured without it, some other need of the same benchmark taking its place. */
    default boolean optional() {
        return false;
    }

    /**
     * A tool that the system's packages have.
     *
     * @param places paths and patterns to look at where it is not on the search path
     * @param packages distribution (its ID in os-release: {@code debian}, {@code fedora} …) → package; a distribution that
     *     is not named has none, or none that is known
     * @param optional whether another need can take its place
     */
    record Packaged(String program, List<String> places, Map<String, Offer> packages, boolean optional)
            implements Need {
        public Packaged {
            places = List.copyOf(places);
            packages = Map.copyOf(packages);
        }
    }

    /**
     * A package that has it.
     *
     * @param remark what a person has to know before, such as the archive area it is in; may be empty
     */
    record Offer(String name, String remark) {
        public static Offer of(String name) {
            return new Offer(name, "");
        }
    }

    /**
     * A program of Ringside's own that no distribution packages. It is compiled on the host, or here where the host has
     * no compiler and is of the same architecture.
     *
     * @param source name of the C file among the program's resources
     * @param flags for the compiler, libraries last
     */
    record Compiled(String program, String source, List<String> flags) implements Need {
        public Compiled {
            flags = List.copyOf(flags);
        }

        /** The C source. */
        public String text() {
            try (InputStream in = Need.class.getResourceAsStream("/ringside/bench/" + source)) {
                if (in == null) throw new IllegalStateException(source + " is not in the program");
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What compiles it: {@code cc -o program source flags}, run where the source is. */
        public List<String> command(String compiler) {
            return Stream.concat(Stream.of(compiler, "-o", program, source), flags.stream())
                    .toList();
        }
    }
}

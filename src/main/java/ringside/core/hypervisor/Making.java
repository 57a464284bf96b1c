package ringside.core.hypervisor;

import java.util.List;
import ringside.core.guest.Disk;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;

/** One thing that is made on a host before its guest starts. */
public sealed interface Making {
    /** As it is made where the hypervisor has no way of its own. */
    Step step();

    /** Made by one command, whatever the hypervisor. */
    record ByCommand(Step step) implements Making {
        static ByCommand of(String why, List<String> command) {
            return new ByCommand(new Step(why, command));
        }
    }

    /** The image's raw disk in a format that holds all of it: a hypervisor with such a format knows how to write it, too. */
    record Converted(String from, Disk.Format format, String to) implements Making {
        private static final String WHY = "the image's disk";

        @Override
        public Step step() {
            String name = format == Disk.Format.VHD ? "vpc" : Words.of(format);
            return new Step(WHY, List.of("qemu-img", "convert", "-f", "raw", "-O", name, from, to));
        }

        /** The same by another command. */
        public Step by(List<String> command) {
            return new Step(WHY, command);
        }
    }
}

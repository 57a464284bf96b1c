package ringside.core.guest;

import java.util.Optional;

/** A CD-ROM drive, on SATA or, with machine type pc, on IDE. */
public record CdRom(
        @Key(says = "the image in it, an ISO file; an empty drive if not said")
        Optional<String> path,

        @Key(says = "what cloud-init finds on it, if the image is to be made from that")
        Optional<CloudInit> seed) {
    /** The files of a NoCloud seed: an ISO labelled cidata that cloud-init reads at the first boot. */
    public record CloudInit(
            @Key(says = "file with the user-data") String userData,

            @Key(says = "file with the meta-data; an empty one if not said")
            Optional<String> metaData,

            @Key(says = "file with the network-config") Optional<String> networkConfig) {
        public CloudInit {
            Refusal.path("user-data", userData);
            metaData.ifPresent(file -> Refusal.path("meta-data", file));
            networkConfig.ifPresent(file -> Refusal.path("network-config", file));
        }
    }

    public CdRom {
        path.ifPresent(image -> Refusal.path("path", image));
        Refusal.unless(seed.isEmpty() || path.isPresent(), "path", "missing; a seed needs the path of its image");
    }

    public static CdRom of(String path) {
        return new CdRom(Optional.of(path), Optional.empty());
    }
}

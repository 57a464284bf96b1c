package ringside.core.feature;

/** The two points in time at which every platform is described. */
public enum Era {
    /** The newest version the sources show. */
    NOW("now", "now", "Now"),
    /** QEMU 1.4, Linux 3.8, Xen 4.2, libvirt 1.0.4 and VirtualBox 4.2.10: the time of the study. */
    SPRING_2013("2013", "y2013", "Spring 2013");

    private final String word;
    private final String key;
    private final String title;

    Era(String word, String key, String title) {
        this.word = word;
        this.key = key;
        this.title = title;
    }

    /** As catalogue files and command lines name it. */
    public String word() {
        return word;
    }

    /** As the JSON export names it. */
    public String key() {
        return key;
    }

    /** As people read it. */
    public String title() {
        return title;
    }
}

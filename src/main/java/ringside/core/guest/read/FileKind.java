package ringside.core.guest.read;

import java.util.regex.Pattern;

/** What a file that describes a guest can be; told by content, since names are anybody's choice. */
public enum FileKind {
    SPECIFICATION("a guest specification (YAML)"),
    QEMU("a QEMU command line"),
    LIBVIRT("a libvirt domain (XML)"),
    VIRT_INSTALL("a virt-install command"),
    XL("an xl domain configuration"),
    VBOXMANAGE("a script of VBoxManage commands"),
    VBOX("a VirtualBox machine file (.vbox)"),
    UNKNOWN("no configuration that Ringside knows");

    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^[ \\t]*(?:exec[ \\t]+)?\"?'?(?:[^\\s#'\"=]*/)?(qemu-system-\\w+|qemu-kvm|kvm|virt-install|VBoxManage|vboxmanage)(?=['\"]?(?:\\s|\\\\|$))");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?m)^[ \\t]*[a-z][a-z0-9_]*[ \\t]*\\+?=[ \\t]*(?:[\"'\\[0-9]|$)");
    private static final Pattern MAPPING = Pattern.compile("(?m)^[A-Za-z][\\w -]*:(?:\\s|$)");

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** With its article, for messages. */
    public String description() {
        return description;
    }

    public static FileKind of(String text) {
        if (text.stripLeading().startsWith("<")) return markup(text);
        var command = COMMAND.matcher(text);
        if (command.find()) return command(command.group(1));
        int assignment = first(ASSIGNMENT, text);
        int mapping = first(MAPPING, text);
        if (assignment == mapping) return UNKNOWN;
        return assignment < mapping ? XL : SPECIFICATION;
    }

    /** By the root element; comments and processing instructions before it are passed over. */
    private static FileKind markup(String text) {
        int at = text.indexOf('<');
        while (at >= 0 && (text.startsWith("<?", at) || text.startsWith("<!", at))) {
            int after = text.startsWith("<!--", at) ? text.indexOf("-->", at) : at + 1;
            at = after < 0 ? -1 : text.indexOf('<', after);
        }
        if (at < 0) return UNKNOWN;
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
        return switch (text.substring(at + 1, end)) {
            case "domain" -> LIBVIRT;
            case "VirtualBox" -> VBOX;
            default -> UNKNOWN;
        };
    }

    private static int first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static FileKind command(String program) {
        return switch (program) {
            case "virt-install" -> VIRT_INSTALL;
            case "VBoxManage", "vboxmanage" -> VBOXMANAGE;
            default -> QEMU;
        };
    }
}

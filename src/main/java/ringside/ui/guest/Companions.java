package ringside.ui.guest;

/** What has to change with a field because one cannot be without the other, and there is only one good way. */
final class Companions {
    private Companions() {}

    static Form follow(Form form, String path, String text) {
        return switch (path) {
            case "display" ->
                !text.equals("none") && form.text("devices.video").equals("none")
                        ? form.with("devices.video", "virtio")
                        : form;
            case "devices.tablet" -> text.equals("true") ? form.with("devices.usb", "true") : form;
            case "devices.usb" -> text.equals("false") ? form.with("devices.tablet", "false") : form;
            case "memory.maximum" -> text.isBlank() ? form : form.with("memory.balloon", "true");
            default -> path.startsWith("disks[") ? disk(form, path, text) : form;
        };
    }

    private static Form disk(Form form, String path, String text) {
        String disk = path.substring(0, path.indexOf(']') + 1);
        boolean cached = path.endsWith(".cache") && !text.equals("none") && !text.equals("directsync");
        if (cached && form.text(disk + ".io").equals("native")) return form.with(disk + ".io", "threads");
        boolean imitated = path.endsWith(".bus") && !text.equals("virtio") && !text.equals("scsi");
        if (imitated && form.text(disk + ".iothread").equals("true")) return form.with(disk + ".iothread", "false");
        return form;
    }
}

package ringside.core.hypervisor;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.guest.GuestPlatform;
import ringside.core.json.Json;

/**
 * What is kept of a guest that Ringside started, beside the guest, so that it is found again after the program that
 * started it has ended, however that was.
 *
 * @param starter the process that makes it; while that runs a guest without a VMM is not yet a failure
 * @param address where it answers by SSH if that was settled when it was made
 * @param own what its driver needs: texts and lists of texts
 */
public record Entry(
        String name,
        GuestPlatform platform,
        Instant began,
        Owner owner,
        Owner starter,
        Optional<Login> login,
        Optional<Address> address,
        Map<String, Object> own) {
    /** In {@link #own}, of guests that libvirt runs. */
    public static final String CONNECTION = "uri";

    /** In {@link #own}, of guests that were started from an image: the folder of the image, which they need. */
    static final String IMAGE = "image";

    /** In {@link #own}: what its hypervisor was given, in that one's words: a command line, XML, a file, commands. */
    static final String CONFIGURATION = "configuration";

    private static final int VERSION = 1;

    public Entry {
        own = Map.copyOf(own);
    }

    public List<String> list(String key) {
        return own.get(key) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    public String text(String key) {
        return own.get(key) instanceof String text ? text : "";
    }

    /** libvirt's URI, of those it runs. */
    public Optional<String> connection() {
        return Optional.of(text(CONNECTION)).filter(uri -> !uri.isEmpty());
    }

    /** What its hypervisor was given. */
    public Optional<String> configuration() {
        return Optional.of(text(CONFIGURATION)).filter(text -> !text.isEmpty());
    }

    /**
     * Of a guest that is about to be made by this process.
     *
     * @param name of the guest
     * @param here the name of this machine
     * @param configuration what its hypervisor is given
     * @param own what its driver needs besides
     */
    public static Entry of(
            Launch launch,
            String name,
            String here,
            Optional<Address> address,
            String configuration,
            Map<String, Object> own) {
        var more = new LinkedHashMap<>(own);
        more.put(CONFIGURATION, configuration);
        launch.image().ifPresent(image -> more.put(IMAGE, image.folder().toString()));
        return new Entry(
                name,
                launch.platform(),
                Instant.now(),
                launch.owner(),
                Owner.thisSession(here),
                launch.login().or(() -> launch.image().map(Login::of)),
                address,
                more);
    }

    /** With another value of what its driver needs. */
    public Entry with(String key, Object value) {
        var more = new LinkedHashMap<>(own);
        more.put(key, value);
        return new Entry(name, platform, began, owner, starter, login, address, more);
    }

    /** On one line. */
    String json() {
        var map = new LinkedHashMap<String, Object>();
        map.put("ringside-guest-entry", VERSION);
        map.put("name", name);
        map.put("platform", platform.id());
        map.put("began", began.toString());
        map.put("owner", owner(owner));
        map.put("starter", owner(starter));
        login.ifPresent(who -> map.put("login", login(who)));
        address.ifPresent(place -> map.put("address", Map.of("host", place.host(), "port", place.port())));
        map.put("own", own);
        return Json.compact(map);
    }

    private static Map<String, Object> owner(Owner owner) {
        var map = new LinkedHashMap<String, Object>();
        map.put("machine", owner.machine());
        map.put("pid", owner.pid());
        map.put("began", owner.began().toString());
        return map;
    }

    private static Map<String, Object> login(Login login) {
        var map = new LinkedHashMap<String, Object>();
        map.put("user", login.user());
        login.key().ifPresent(key -> map.put("key", key.toString()));
        login.hostKey().ifPresent(key -> map.put("host_key", key));
        return map;
    }

    /** @throws IllegalArgumentException if it is not what {@link #json} writes */
    static Entry parse(String json) {
        Map<String, Object> map = Json.object(json);
        if (!(map.get("ringside-guest-entry") instanceof Number version) || version.intValue() != VERSION)
            throw new IllegalArgumentException("not an entry of this version");
        return new Entry(
                text(map, "name"),
                platform(text(map, "platform")),
                instant(text(map, "began")),
                owner(map(map, "owner")),
                owner(map(map, "starter")),
                map.containsKey("login") ? Optional.of(login(map(map, "login"))) : Optional.empty(),
                map.containsKey("address") ? Optional.of(address(map(map, "address"))) : Optional.empty(),
                map(map, "own"));
    }

    private static Owner owner(Map<String, Object> map) {
        long pid = map.get("pid") instanceof Number number ? number.longValue() : 0;
        return new Owner(text(map, "machine"), pid, instant(text(map, "began")));
    }

    private static Login login(Map<String, Object> map) {
        return new Login(
                text(map, "user"),
                Optional.ofNullable(map.get("key")).map(key -> Path.of(String.valueOf(key))),
                Optional.ofNullable(map.get("host_key")).map(String::valueOf));
    }

    private static Address address(Map<String, Object> map) {
        return new Address(text(map, "host"), map.get("port") instanceof Number port ? port.intValue() : 22);
    }

    private static GuestPlatform platform(String id) {
        return GuestPlatform.of(id).orElseThrow(() -> new IllegalArgumentException("no platform " + id));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time: " + text, e);
        }
    }

    private static String text(Map<String, Object> map, String key) {
        if (map.get(key) instanceof String text) return text;
        throw new IllegalArgumentException("no " + key);
    }

    @SuppressWarnings("unchecked") // an object's keys are texts
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Map<?, ?> inner) return (Map<String, Object>) inner;
        throw new IllegalArgumentException("no " + key);
    }
}

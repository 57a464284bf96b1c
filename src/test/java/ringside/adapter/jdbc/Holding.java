package ringside.adapter.jdbc;

import java.io.IOException;
import ringside.Results;
import ringside.core.result.ResultStore;

/** A process of its own that commits one set, has a second half written, says so, and waits to be killed. */
final class Holding {
    private Holding() {}

    public static void main(String[] arguments) throws IOException {
        ResultStore store = JdbcStore.open(arguments[0]);
        Results.put(store, Results.random(1, 500, "whole"));
        ResultStore.Writing writing = store.write();
        Results.write(writing, Results.random(2, 5000, "half"));
        writing.raw(new byte[1000]);
        writing.fingerprints(); // makes it write its blocks
        System.out.println("half written");
        System.out.flush();
        if (System.in.read() < 0) throw new IOException("nobody is there");
    }
}

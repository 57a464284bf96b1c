/** Hosts that are reached by SSH, as the user's OpenSSH reaches them. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.ssh;

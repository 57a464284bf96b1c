/** Whether configurations that are compared differ in more than their platform. */
@org.jspecify.annotations.NullMarked
package ringside.core.guest.fair;

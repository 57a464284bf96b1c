// SPDX-License-Identifier: Apache-2.0
/*
 * Bandwidth of caches and memory by the length of a vector, after the method of P. Mucci's Cachebench (LLCbench,
 * University of Tennessee). Written for Ringside; it prints the tables that Cachebench prints to a terminal.
 *
 * Each test walks over a vector again and again until its time is over. MB are 2^20 bytes. Reading and writing count
 * each byte once; read-modify-write and memcpy count it twice, as Cachebench does. With several processes each has its
 * own vectors and its own core, all work at the same time, and their bandwidths are added up.
 *
 * usage: cachebench [-o operation] [-m least bytes] [-M most bytes] [-x steps between powers of two]
 *                   [-t milliseconds a row] [-P processes]
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_PROCESSES 1024

static double *vector;
static double *target; /* of memcpy */
static volatile double sink;

static void die(const char *what) {
    fprintf(stderr, "cachebench: %s: %s\n", what, strerror(errno));
    _exit(1);
}

static double now(void) { /* seconds */
    struct timespec time;
    if (clock_gettime(CLOCK_MONOTONIC, &time) != 0) die("clock_gettime");
    return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* After this the compiler must take the vectors for read and written by others: no pass can be dropped or merged. */
static inline void keep(void) {
    __asm__ volatile("" : : "r"(vector), "r"(target) : "memory");
}

static void read_all(size_t n, long passes) {
    double sum = 0;
    for (long pass = 0; pass < passes; pass++) {
        for (size_t i = 0; i < n; i++) sum += vector[i];
        keep();
    }
    sink = sum;
}

static void write_all(size_t n, long passes) {
    for (long pass = 0; pass < passes; pass++) {
        double value = (double) pass;
        for (size_t i = 0; i < n; i++) vector[i] = value;
        keep();
    }
}

static void modify_all(size_t n, long passes) {
    for (long pass = 0; pass < passes; pass++) {
        for (size_t i = 0; i < n; i++) vector[i] += 1.0;
        keep();
    }
}

/* The tuned ones: eight elements at once that do not wait for each other. Vectors are multiples of 64 bytes. */
static void read_tuned(size_t n, long passes) {
    double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
    for (long pass = 0; pass < passes; pass++) {
        for (size_t i = 0; i < n; i += 8) {
            a += vector[i];
            b += vector[i + 1];
            c += vector[i + 2];
            d += vector[i + 3];
            e += vector[i + 4];
            f += vector[i + 5];
            g += vector[i + 6];
            h += vector[i + 7];
        }
        keep();
    }
    sink = a + b + c + d + e + f + g + h;
}

static void write_tuned(size_t n, long passes) {
    for (long pass = 0; pass < passes; pass++) {
        double value = (double) pass;
        for (size_t i = 0; i < n; i += 8) {
            vector[i] = value;
            vector[i + 1] = value;
            vector[i + 2] = value;
            vector[i + 3] = value;
            vector[i + 4] = value;
            vector[i + 5] = value;
            vector[i + 6] = value;
            vector[i + 7] = value;
        }
        keep();
    }
}

static void modify_tuned(size_t n, long passes) {
    for (long pass = 0; pass < passes; pass++) {
        for (size_t i = 0; i < n; i += 8) {
            vector[i] += 1.0;
            vector[i + 1] += 1.0;
            vector[i + 2] += 1.0;
            vector[i + 3] += 1.0;
            vector[i + 4] += 1.0;
            vector[i + 5] += 1.0;
            vector[i + 6] += 1.0;
            vector[i + 7] += 1.0;
        }
        keep();
    }
}

static void set_all(size_t n, long passes) {
    for (long pass = 0; pass < passes; pass++) {
        memset(vector, (int) (pass & 0xff), n * sizeof(double));
        keep();
    }
}

static void copy_all(size_t n, long passes) {
    for (long pass = 0; pass < passes; pass++) {
        memcpy(target, vector, n * sizeof(double));
        keep();
    }
}

static const struct test {
    const char *name, *title;
    void (*run)(size_t n, long passes);
    int counted;    /* how often each byte counts */
    size_t unit;    /* bytes of one reference */
} tests[] = {
    {"memset", "Memory Set Library", set_all, 1, 1},
    {"memcpy", "Memory Copy Library", copy_all, 2, 1},
    {"read", "double Read", read_all, 1, sizeof(double)},
    {"write", "double Write", write_all, 1, sizeof(double)},
    {"rmw", "double RMW", modify_all, 2, sizeof(double)},
    {"hand-read", "Tuned double Read", read_tuned, 1, sizeof(double)},
    {"hand-write", "Tuned double Write", write_tuned, 1, sizeof(double)},
    {"hand-rmw", "Tuned double RMW", modify_tuned, 2, sizeof(double)},
};
#define TESTS (sizeof tests / sizeof tests[0])

/* What the parent tells a process to do, and what the process tells it. */
struct order {
    size_t test, bytes;
    double seconds;
};
struct result {
    double bytes, seconds;
};
static struct process {
    pid_t id;
    int to, from;
} processes[MOST_PROCESSES];

static void send(int to, const void *what, size_t size) {
    if (write(to, what, size) != (ssize_t) size) die("write to a pipe");
}

/* 0 when the other end is closed. All that is sent is shorter than a pipe's atomic write. */
static int receive(int from, void *what, size_t size) {
    ssize_t got;
    do got = read(from, what, size);
    while (got < 0 && errno == EINTR);
    if (got != 0 && got != (ssize_t) size) die("read from a pipe");
    return got != 0;
}

/* So many passes that looking at the clock after them costs nothing; it warms the caches too. */
static long batch(const struct test *test, size_t n, double limit) {
    long passes = 1;
    double enough = limit / 20 < 0.001 ? limit / 20 : 0.001;
    for (;;) {
        double began = now();
        test->run(n, passes);
        if (now() - began >= enough || passes > 1L << 40) return passes;
        passes *= 2;
    }
}

static struct result measured(const struct test *test, size_t n, long passes, double limit) {
    double done = 0, began = now(), took;
    do {
        test->run(n, passes);
        done += (double) passes;
        took = now() - began;
    } while (took < limit);
    struct result result = {done * (double) (n * sizeof(double)) * test->counted, took};
    return result;
}

static void stay_on_core(int index) {
    cpu_set_t allowed, one;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) die("sched_getaffinity");
    index %= CPU_COUNT(&allowed);
    int core = 0;
    for (;; core++)
        if (CPU_ISSET(core, &allowed) && index-- == 0) break;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    if (sched_setaffinity(0, sizeof one, &one) != 0) die("sched_setaffinity");
}

static double *vector_of(size_t bytes) {
    void *memory = NULL;
    errno = posix_memalign(&memory, 4096, bytes);
    if (errno != 0) die("no memory for the vector");
    memset(memory, 0, bytes);
    return memory;
}

static void serve(int index, int from, int to, size_t largest, int copies) {
    stay_on_core(index);
    vector = vector_of(largest);
    target = copies ? vector_of(largest) : vector;
    struct order order;
    char word = 'r';
    while (receive(from, &order, sizeof order)) {
        const struct test *test = &tests[order.test];
        size_t n = order.bytes / sizeof(double);
        long passes = batch(test, n, order.seconds);
        send(to, &word, 1);
        if (!receive(from, &word, 1)) break;
        struct result result = measured(test, n, passes, order.seconds);
        send(to, &result, sizeof result);
    }
    _exit(0);
}

static void start(int count, size_t largest, int copies) {
    for (int i = 0; i < count; i++) {
        int down[2], up[2];
        if (pipe(down) != 0 || pipe(up) != 0) die("pipe");
        pid_t id = fork();
        if (id < 0) die("fork");
        if (id == 0) {
            for (int j = 0; j < i; j++) { /* the others' ends, or they would never see the parent's death */
                close(processes[j].to);
                close(processes[j].from);
            }
            close(down[1]);
            close(up[0]);
            serve(i, down[0], up[1], largest, copies);
        }
        close(down[0]);
        close(up[1]);
        processes[i] = (struct process) {id, down[1], up[0]};
    }
}

/* Bytes a second of all processes at the same time. */
static double together(int count, struct order order) {
    char word = 'g';
    double sum = 0;
    for (int i = 0; i < count; i++) send(processes[i].to, &order, sizeof order);
    for (int i = 0; i < count; i++)
        if (!receive(processes[i].from, &word, 1)) die("a process has ended");
    word = 'g';
    for (int i = 0; i < count; i++) send(processes[i].to, &word, 1);
    for (int i = 0; i < count; i++) {
        struct result result;
        if (!receive(processes[i].from, &result, sizeof result)) die("a process has ended");
        sum += result.bytes / result.seconds;
    }
    return sum;
}

static void table(size_t index, int count, size_t least, size_t most, size_t steps, double seconds) {
    const struct test *test = &tests[index];
    double before = 0;
    printf("\n\t\t%s Cache Test\n\n", test->title);
    printf("C Size\t\tNanosec\t\tMB/sec\t\t%% Chnge\n-------\t\t-------\t\t-------\t\t-------\n");
    for (size_t power = 64; power <= most; power *= 2) {
        for (size_t step = 0; step < steps; step++) {
            size_t bytes = (power + step * (power / steps)) / 64 * 64;
            if (bytes < least || bytes > most || (step > 0 && bytes == power)) continue;
            double rate = together(count, (struct order) {index, bytes, seconds});
            printf("%-15zu %-15.4f %-15.2f %-15.2f\n", bytes, (double) test->unit * 1e9 / rate, rate / (1 << 20),
                   before > 0 ? rate / before : 1);
            fflush(stdout);
            before = rate;
        }
    }
}

static long number(const char *text, long least, long most) {
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || value < least || value > most) {
        fprintf(stderr, "cachebench: a number from %ld to %ld, not \"%s\"\n", least, most, text);
        exit(2);
    }
    return value;
}

static int usage(const char *program) {
    fprintf(stderr,
            "usage: %s [-o operation] [-m least bytes] [-M most bytes] [-x steps] [-t milliseconds] [-P processes]\n"
            "operations:",
            program);
    for (size_t i = 0; i < TESTS; i++) fprintf(stderr, " %s", tests[i].name);
    fprintf(stderr, "\n");
    return 2;
}

int main(int count, char **words) {
    const char *operation = NULL;
    long least = 256, most = 1L << 24, steps = 1, milliseconds = 1000, copies = 1;
    int option;
    while ((option = getopt(count, words, "o:m:M:x:t:P:")) != -1) {
        switch (option) {
            case 'o': operation = optarg; break;
            case 'm': least = number(optarg, 64, 1L << 40); break;
            case 'M': most = number(optarg, 64, 1L << 40); break;
            case 'x': steps = number(optarg, 1, 64); break;
            case 't': milliseconds = number(optarg, 1, 600000); break;
            case 'P': copies = number(optarg, 1, MOST_PROCESSES); break;
            default: return usage(words[0]);
        }
    }
    size_t first = 0, last = TESTS;
    if (operation != NULL) {
        while (first < TESTS && strcmp(tests[first].name, operation) != 0) first++;
        if (first == TESTS) return usage(words[0]);
        last = first + 1;
    }
    signal(SIGPIPE, SIG_IGN);
    int copying = operation == NULL || strcmp(operation, "memcpy") == 0;
    start((int) copies, ((size_t) most + 63) / 64 * 64, copying);
    for (size_t test = first; test < last; test++)
        table(test, (int) copies, (size_t) least, (size_t) most, (size_t) steps, (double) milliseconds / 1000);
    for (int i = 0; i < copies; i++) close(processes[i].to);
    while (wait(NULL) > 0) {
    }
    return 0;
}

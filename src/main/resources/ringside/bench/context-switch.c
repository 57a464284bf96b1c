// SPDX-License-Identifier: Apache-2.0
/*
 * The cost of a context switch, measured after C. Li, C. Ding and K. Shen, "Quantifying the cost of context switch",
 * ExpCS 2007. Written for Ringside from the published method.
 *
 * Two processes on one core hand a byte back and forth through two pipes. Before each hands it on, it reads and writes
 * every element of an array of its own. Half a round trip is time2: one write, one read, one walk over the array, and
 * one switch. One process that writes to and reads from a pipe of its own and walks over the same array gives time1: the
 * same without the switch. time2 - time1 is the cost of a switch. With an array of no bytes that is the direct cost;
 * what a larger array adds is the indirect cost, of caches that the other process has used meanwhile.
 *
 * The walk visits each element once: with stride 0 one after the other, else every stride bytes from the first, then
 * every stride bytes from the second, and so on.
 *
 * usage: context-switch [-n array bytes] [-s stride bytes] [-r rounds] [-t milliseconds per round]
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_ROUNDS 100

static size_t elements;     /* of the array */
static size_t step;         /* elements from one access to the next; 0 for one after the other */
static double *array;

static void die(const char *what) {
    fprintf(stderr, "context-switch: %s: %s\n", what, strerror(errno));
    _exit(1);
}

static double now(void) { /* microseconds */
    struct timespec time;
    if (clock_gettime(CLOCK_MONOTONIC, &time) != 0) die("clock_gettime");
    return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

/* Both processes run on the first core that this one may use, and so wait for each other. */
static void stay_on_one_core(void) {
    cpu_set_t allowed, one;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) die("sched_getaffinity");
    int core = 0;
    while (core < CPU_SETSIZE && !CPU_ISSET(core, &allowed)) core++;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    if (sched_setaffinity(0, sizeof one, &one) != 0) die("sched_setaffinity");
}

/* In each process after the fork, so that the two share no page. */
static void make_array(void) {
    if (elements == 0) return;
    void *memory = NULL;
    errno = posix_memalign(&memory, 4096, elements * sizeof(double));
    if (errno != 0) die("no memory for the array");
    array = memory;
    for (size_t i = 0; i < elements; i++) array[i] = (double) (i & 7);
}

static void walk(void) {
    if (step == 0) {
        for (size_t i = 0; i < elements; i++) array[i] += 1.0;
    } else {
        for (size_t first = 0; first < step; first++)
            for (size_t i = first; i < elements; i += step) array[i] += 1.0;
    }
    __asm__ volatile("" : : "r"(array) : "memory"); /* the compiler may neither drop nor merge walks */
}

static void hand_on(int pipe_end) {
    char token = 't';
    ssize_t written;
    do written = write(pipe_end, &token, 1);
    while (written < 0 && errno == EINTR);
    if (written != 1) die("write to a pipe");
}

/* 0 when the other end is closed. */
static int take(int pipe_end) {
    char token;
    ssize_t got;
    do got = read(pipe_end, &token, 1);
    while (got < 0 && errno == EINTR);
    if (got < 0) die("read from a pipe");
    return (int) got;
}

static int own[2], there[2], back[2];

static void alone(long times) {
    for (long i = 0; i < times; i++) {
        hand_on(own[1]);
        if (!take(own[0])) die("the pipe is closed");
        walk();
    }
}

static void together(long times) { /* two switches a time */
    for (long i = 0; i < times; i++) {
        hand_on(there[1]);
        if (!take(back[0])) die("the other process has ended");
        walk();
    }
}

static void partner(void) {
    close(there[1]);
    close(back[0]);
    make_array();
    while (take(there[0])) {
        walk();
        hand_on(back[1]);
    }
    _exit(0);
}

static double microseconds(void (*work)(long), long times) {
    double began = now();
    work(times);
    return now() - began;
}

/* The best of some tries: one that was interrupted by another program takes too long. */
static double least_of(void (*work)(long), long times) {
    double least = microseconds(work, times);
    for (int i = 1; i < 3; i++) {
        double took = microseconds(work, times);
        if (took < least) least = took;
    }
    return least;
}

/* How many times take about as long as a round shall. */
static long calibrated(void (*work)(long), double round) {
    long times = 1;
    double took = least_of(work, times);
    while (took < round / 10 && times < 1L << 40) {
        times *= 2;
        took = least_of(work, times);
    }
    double fit = (double) times * round / (took > 0 ? took : 1);
    return fit < 1 ? 1 : (long) fit;
}

static void measure(const char *title, const char *program, int which, void (*work)(long), int share, int rounds,
                    double round) {
    long times = calibrated(work, round);
    double least = 0;
    printf("time%d %s context switch: \t", which, title);
    for (int i = 0; i < rounds; i++) {
        double each = microseconds(work, times) / ((double) times * share);
        if (i == 0 || each < least) least = each;
        printf("%f\t", each);
    }
    printf("\n%s: array_size = %zu, stride = %zu, min time%d = %.15f\n", program, elements * sizeof(double),
           step * sizeof(double), which, least);
    fflush(stdout);
}

static long number(const char *text, long least, long most) {
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || value < least || value > most) {
        fprintf(stderr, "context-switch: a number from %ld to %ld, not \"%s\"\n", least, most, text);
        exit(2);
    }
    return value;
}

int main(int count, char **words) {
    long bytes = 0, stride = 0, rounds = 3, milliseconds = 100;
    int option;
    while ((option = getopt(count, words, "n:s:r:t:")) != -1) {
        switch (option) {
            case 'n': bytes = number(optarg, 0, 1L << 30); break;
            case 's': stride = number(optarg, 0, 1L << 30); break;
            case 'r': rounds = number(optarg, 1, MOST_ROUNDS); break;
            case 't': milliseconds = number(optarg, 1, 60000); break;
            default:
                fprintf(stderr, "usage: %s [-n array bytes] [-s stride bytes] [-r rounds] [-t milliseconds]\n", words[0]);
                return 2;
        }
    }
    elements = (size_t) bytes / sizeof(double);
    step = (size_t) stride / sizeof(double);
    if (step > elements) printf("Warning: stride is bigger than array_size. Sequential access.\n");
    fflush(stdout); /* before the fork, or both would print it */

    stay_on_one_core();
    if (pipe(own) != 0 || pipe(there) != 0 || pipe(back) != 0) die("pipe");
    pid_t other = fork();
    if (other < 0) die("fork");
    if (other == 0) partner();
    close(there[0]);
    close(back[1]);
    make_array();

    double round = (double) milliseconds * 1000;
    measure("without", "measureSingle", 1, alone, 1, (int) rounds, round);
    measure("with", "measureSwitch", 2, together, 2, (int) rounds, round);
    close(there[1]);
    int ended;
    if (waitpid(other, &ended, 0) < 0 || !WIFEXITED(ended) || WEXITSTATUS(ended) != 0) die("the other process failed");
    return 0;
}

/* Preloaded into xl so that `xl create -n`, which only reads a configuration, works where no Xen runs: the handles
 * that xl opens at its start, and the few things that reading a configuration asks of the host. The host that it
 * finds has 64 CPUs on two NUMA nodes, HVM and an IOMMU. */
#include <stdlib.h>
#include <string.h>
#include <libxl.h>
#include <libxl_utils.h>

enum { CPUS = 64, NODES = 2, NODE_BITS = 64 };

static char handle[8192];

void *xc_interface_open(void *a, void *b, unsigned c) { return handle; }
int xc_interface_close(void *h) { return 0; }
void *xs_open(unsigned long flags) { return handle; }
void xs_close(void *h) { }
int xc_get_max_cpus(void *h) { return CPUS; }
int xc_get_max_nodes(void *h) { return NODE_BITS; }
int libxl_get_max_cpus(libxl_ctx *ctx) { return CPUS; }
int libxl_get_online_cpus(libxl_ctx *ctx) { return CPUS; }
int libxl_get_max_nodes(libxl_ctx *ctx) { return NODE_BITS; } /* xl makes maps of so many bits */

int libxl_get_physinfo(libxl_ctx *ctx, libxl_physinfo *host)
{
    memset(host, 0, sizeof *host);
    host->nr_cpus = CPUS;
    host->max_cpu_id = CPUS - 1;
    host->nr_nodes = NODES;
    host->threads_per_core = 1;
    host->cores_per_socket = CPUS / NODES;
    host->cap_hvm = host->cap_pv = host->cap_hap = host->cap_shadow = host->cap_hvm_directio = true;
    host->total_pages = 64ull << 18;
    host->free_pages = 60ull << 18;
    return 0;
}

int libxl_node_to_cpumap(libxl_ctx *ctx, int node, libxl_bitmap *map)
{
    libxl_bitmap_set_none(map);
    for (int cpu = 0; cpu < CPUS; cpu++)
        if (cpu / (CPUS / NODES) == node)
            libxl_bitmap_set(map, cpu);
    return 0;
}

libxl_cputopology *libxl_get_cpu_topology(libxl_ctx *ctx, int *count)
{
    libxl_cputopology *cpus = calloc(CPUS, sizeof *cpus);
    for (int cpu = 0; cpu < CPUS; cpu++) {
        cpus[cpu].core = cpu;
        cpus[cpu].socket = cpus[cpu].node = cpu / (CPUS / NODES);
    }
    *count = CPUS;
    return cpus;
}

const libxl_version_info *libxl_get_version_info(libxl_ctx *ctx)
{
    static libxl_version_info version;
    version.xen_version_major = 4;
    version.xen_version_minor = 17;
    version.xen_version_extra = ".0";
    version.compiler = version.compile_by = version.compile_domain = version.compile_date = version.changeset = "";
    version.capabilities = "xen-3.0-x86_64 hvm-3.0-x86_64";
    version.commandline = "dom0_mem=4096M";
    return &version;
}

"""Joins what was measured on each of the emulated hosts into one set, and says of it what it is.

emulated-host.py OUT.ringside PART.ringside…   each a set "emulated-host" in an archive of format version 1
"""
import collections
import csv
import datetime
import hashlib
import io
import json
import statistics
import sys
import zipfile

ALL = ["host", "qemu", "kvm", "libvirt-kvm", "xen-pv", "xen-pvh", "virtualbox"]
MEANS = "shows that everything works and how much work each hypervisor adds, not the speed of hardware"
WHY_NOT = {
    "virtualbox": "its guest came up and started its SSH server, and then its kernel failed: an interrupt came while they were"
                  " disabled, which no processor does",
    "qemu": "emulation within emulation took longer than there was time",
}


def apart(share):
    return f"{100 * share:.2g} %" if share < 1 else f"a factor of {1 + share:.2g}"


def spreads(series, of):
    found = [max(values) / min(values) - 1 for key, values in series.items() if len(values) > 1 and min(values) > 0 and of(key)]
    return f"{apart(statistics.median(found))} in the middle and {apart(max(found))} at most" if found else "not known"


def notes(series, repetitions):
    measured = ", ".join(f"{one} {repetitions[one]}" for one in ALL if one in repetitions)
    missing = [f"{one} ({WHY_NOT[one]})" if one in WHY_NOT else one for one in ALL if one not in repetitions]
    return " ".join([
        f"Measured inside an emulated machine: {MEANS}.",
        "QEMU 7.2 emulated its one processor, translating every instruction (TCG), with AMD's SVM, on which KVM and Xen ran as on a"
        " server. Its clock counted instructions (-icount shift=0), one nanosecond for each, whatever it was: a microsecond here is"
        " a thousand instructions of guest, hypervisor and host together. Caches, branches, memory, and what a processor itself"
        " takes to enter and leave a guest cost nothing in that count; what software does about it counts in full.",
        "What else the real machine does hardly counts: between repetitions, each with a guest just started, the values for CPU and"
        f" memory are apart by {spreads(series, lambda key: key[1] != 'iozone')}.",
        "While the emulated machine waits for its disk its clock goes with the real one, so IOzone's values are also of the real"
        f" disk and of what kept the real machine busy; they are apart by {spreads(series, lambda key: key[1] == 'iozone')}.",
        "One such machine ran Debian 12 with KVM, where 'host', kvm and libvirt-kvm were measured, and one the same under Xen 4.17,"
        " where xen-pv and xen-pvh were (DATA stands for a folder of theirs): what ran under Xen is held against a host that it did not run on.",
        f"Guests of one vCPU. Repetitions of each: {measured}.",
        "In November 2026 the emulated machine with KVM all but stood still now and then, and its clock with it; it was started"
        " again, and the experiment went on where it was.",
        "Figures for more cores than one, and for disks that are qcow2 or LVM, have no guest's values.",
        *([f"Not measured: {'; '.join(missing)}."] if missing else []),
        "Made by .ci/labhost --study after the plan opsahl-2013-emulated-host.",
    ])


def shown(configuration):
    """Without the folder of the host's user."""
    return json.loads(json.dumps(configuration).replace("/root/.local/share/ringside", "DATA"))


def main(out, parts):
    runs, samples, raws, sets = [], [], {}, []
    for part in parts:
        with zipfile.ZipFile(part) as archive:
            [one] = json.loads(archive.read("manifest.json"))["sets"]
            sets.append(one)
            runs += archive.read("runs.jsonl").decode().splitlines()
            samples += list(csv.reader(io.StringIO(archive.read("samples.csv").decode())))[bool(samples):]
            raws |= {name: archive.read(name) for name in archive.namelist() if name.startswith("raw/")}
    joined = dict(sets[0])
    environments = [dict(one) for part in sets for one in part["environments"]]
    for one in environments:
        one["facts"] = {**one["facts"], "emulated": "by QEMU 7.2 (TCG), its clock counting instructions"}
    head = samples[0]
    series, repetitions = collections.defaultdict(list), collections.Counter()
    for row in samples[1:]:
        one = dict(zip(head, row))
        repetitions[one["platform"]] = max(repetitions[one["platform"]], int(one["repetition"]))
        if one["value"]:
            series[one["platform"], one["benchmark"], one["metric"], one["parameters"]].append(float(one["value"]))
    created = min(one["created"] for one in sets)
    begun = datetime.datetime.fromisoformat(created)
    joined |= {
        "title": f"The study's platforms inside an emulated machine: {MEANS}",
        "citation": {"text": f"Measured by the authors of Ringside, {begun:%-d %B %Y}", "locator": ""},
        "licence": "CC0-1.0",
        "created": created,
        "notes": notes(series, repetitions),
        "environments": environments,
        "configurations": [shown(one) for part in sets for one in part["configurations"]],
        "runs": len(runs),
        "samples": len(samples) - 1,
    }
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(samples)
    files = {"runs.jsonl": "".join(run + "\n" for run in runs).encode(), "samples.csv": text.getvalue().encode(), **raws}
    manifest = {"format": "ringside", "version": 1, "sets": [joined], "plan": None, "entries": [
        {"path": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} for name, data in files.items()]}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


main(sys.argv[1], sys.argv[2:])

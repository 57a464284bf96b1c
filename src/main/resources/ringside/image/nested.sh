#!/bin/sh
# nested.sh FOLDER: FOLDER/root gets the kernel's own KVM, for a guest that tries to run a guest itself.
set -eu
version=$(basename "$(ls -d "$1"/kernel/lib/modules/*)")
from=$1/kernel/lib/modules/$version to=$1/root/lib/modules/$version
mkdir -p "$to"
for want in kvm-amd kvm-intel; do
    file=$(sed -n "s,^\([^:]*/$want\.ko\):.*,\1,p" "$from/modules.dep" | head -1)
    [ -n "$file" ] || continue # built into the kernel
    for each in $(sed -n "s,^$file: *,,p" "$from/modules.dep") "$file"; do
        mkdir -p "$to/$(dirname "$each")"
        cp "$from/$each" "$to/$each"
    done
done
busybox depmod -b "$1/root" "$version"

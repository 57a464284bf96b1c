#!/bin/sh
# initrd.sh FOLDER: FOLDER/initrd.gz, a static busybox and the drivers that a guest may need under QEMU, KVM, Xen and
# VirtualBox.
set -eu
folder=$1 tree=$1/kernel
version=$(basename "$(ls -d "$tree"/lib/modules/*)")
modules=$tree/lib/modules/$version
d=$folder/initrd
mkdir -p "$d/bin" "$d/mod" "$d/proc" "$d/sys" "$d/dev" "$d/root"
cp "$(command -v busybox)" "$d/bin/busybox"
ln -s busybox "$d/bin/sh"
# The kernel's package leaves the list of what needs what to its installation
busybox depmod -b "$tree" "$version"
for want in virtio_pci virtio_mmio virtio_blk virtio_scsi virtio_net virtio-rng virtio_balloon virtio_console button evdev \
        ext4 crc32c_generic sd_mod ahci ata_piix nvme e1000 xen-blkfront xen-netfront; do
    file=$(sed -n "s,^\([^:]*/$want\.ko\):.*,\1,p" "$modules/modules.dep" | head -1)
    [ -n "$file" ] || continue # built into the kernel
    for each in $(sed -n "s,^$file: *,,p" "$modules/modules.dep" | tr ' ' '\n' | tac) "$file"; do
        name=$(basename "$each")
        [ -f "$d/mod/$name" ] || { cp "$modules/$each" "$d/mod/$name"; echo "$name" >> "$d/mod/order"; }
    done
done
install -m755 "$folder/initrd-init" "$d/init"
(cd "$d" && find . | cpio -o -H newc -R 0:0 --quiet | gzip -6) > "$folder/initrd.gz"

#!/bin/sh
# disk.sh FOLDER MIB: FOLDER/root.img, an ext4 file system of that size with FOLDER/root in it, without a journal.
set -eu
truncate -s "$2M" "$1/root.img"
mke2fs -q -t ext4 -O ^has_journal,^metadata_csum -m 0 -d "$1/root" "$1/root.img"
chmod 444 "$1/root.img" "$1/vmlinuz" "$1/initrd.gz"
rm -rf "$1/root" "$1/kernel" "$1/initrd" "$1"/*.deb "$1/init" "$1/initrd-init" "$1/sources.list"

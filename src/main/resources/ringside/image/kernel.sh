#!/bin/sh
# kernel.sh FOLDER: the distribution's kernel package, unpacked into FOLDER/kernel and not installed.
set -eu
cd "$1"
package=$(apt-cache depends linux-image-amd64 2>/dev/null | awk '$1 == "Depends:" { print $2; exit }')
[ -n "$package" ] || { echo "this machine's apt knows no linux-image-amd64" >&2; exit 1; }
apt-get -qq -o APT::Sandbox::User=root download "$package" >&2
dpkg-deb -x linux-image-*.deb kernel
cp kernel/boot/vmlinuz-* vmlinuz

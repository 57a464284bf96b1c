#!/bin/sh
# tree.sh FOLDER SUITE PACKAGES: FOLDER/root, a Debian without systemd and udev, from the sources this machine's apt has.
set -eu
folder=$1 suite=$2 packages=$3
apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    grep -E " $suite(-updates|-security)? " | sort -u > "$folder/sources.list"
[ -s "$folder/sources.list" ] || { echo "this machine's apt has no sources for $suite" >&2; exit 1; }
exec mmdebstrap --quiet --variant=essential --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    "$suite" "$folder/root" - < "$folder/sources.list"

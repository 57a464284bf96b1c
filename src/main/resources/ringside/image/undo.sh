#!/bin/sh
# undo.sh FOLDER: removes a build that was broken off, with what was mounted in it.
grep -F " $1/" /proc/mounts | cut -d' ' -f2 | sort -r | while read -r mounted; do umount -l "$mounted"; done
n=0
until rm -rf --one-file-system -- "$1" 2>/dev/null || [ $n -ge 20 ]; do sleep 0.1; n=$((n + 1)); done
[ ! -e "$1" ]
